using System;
using System.Collections.Generic;
using System.Text.Json;

namespace Tools.SiteSimulator;

/// <summary>
/// Reads a scenario file strictly: whatever it does not know is refused with one line that names file, place and the nearest
/// valid name. Comments and trailing commas are welcome.
/// </summary>
public static class ScenarioReader
{
    private const double LongestSeconds = 366 * 86_400; // a year
    private static readonly string[] _rootFields = ["name", "description", "site", "timeline"];
    private static readonly string[] _descriptionFields = ["zh", "en"];
    private static readonly string[] _injectFields = ["atSeconds", "do", "fault", "size"];
    private static readonly string[] _clearFields = ["atSeconds", "do", "fault"];
    private static readonly string[] _actionFields = ["atSeconds", "do", "to"];
    private static readonly List<(string Name, SiteAction Action)> _verbs = Verbs();
    private static readonly JsonDocumentOptions _options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>Reads the text of a scenario file.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="ScenarioException">Something is wrong with it.</exception>
    public static Scenario Read(string file, string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, _options);
            return Root(new Node(document.RootElement, ""));
        }
        catch (JsonException error)
        {
            string line = error.LineNumber is long number ? $"line {number + 1}: " : "";
            string lineChinese = error.LineNumber is long count ? $"第 {count + 1} 行：" : "";
            string reason = FirstSentence(error.Message);
            throw new ScenarioException($"{file}: {line}not valid JSON: {reason}", $"{file}：{lineChinese}不是有效的 JSON：{reason}");
        }
        catch (InvalidOperationException)
        {
            throw new ScenarioException($"{file}: a text holds half of a surrogate pair", $"{file}：文字编码不完整");
        }
        catch (ScenarioException error)
        {
            throw new ScenarioException($"{file}: {error.Message}", $"{file}：{error.Chinese}");
        }
    }

    private static Scenario Root(Node root)
    {
        root.OnlyFields(_rootFields);
        Node description = root.Field("description");
        description.OnlyFields(_descriptionFields);
        Scenario scenario = new(
            root.Field("name").Text(),
            description.Field("zh").Text(),
            description.Field("en").Text(),
            Parameters(root.OptionalField("site")),
            Timeline(root.Field("timeline")));
        root.At("site", () => new Site(scenario.Parameters, 0)); // numbers that contradict each other show here
        return scenario;
    }

    private static ParameterSet Parameters(Node? site)
    {
        ParameterSet parameters = new();
        foreach (Node parameter in site?.Fields() ?? [])
        {
            parameter.Judge(() => parameters.Set(parameter.Name, parameter.Number()));
        }

        return parameters;
    }

    private static List<ScenarioStep> Timeline(Node timeline)
    {
        List<ScenarioStep> steps = [];
        foreach (Node step in timeline.Items())
        {
            TimeSpan at = Time(step.Field("atSeconds"));
            if (steps.Count > 0 && at < steps[^1].At)
            {
                throw step.Wrong("earlier than the step before it", "早于前一步");
            }

            steps.Add(Step(step, at));
        }

        return steps;
    }

    private static TimeSpan Time(Node node)
    {
        double seconds = node.Number();
        return seconds is >= 0 and <= LongestSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw node.Wrong(
                FormattableString.Invariant($"{seconds} s, allowed are 0 to {LongestSeconds}"),
                FormattableString.Invariant($"{seconds} 秒，允许范围 0 至 {LongestSeconds}"));
    }

    private static ScenarioStep Step(Node step, TimeSpan at)
    {
        Node verb = step.Field("do");
        return verb.Text() switch
        {
            "inject" => Inject(step, at),
            "clear" => Clear(step, at),
            _ => Act(step, verb, at),
        };
    }

    private static ScenarioStep Inject(Node step, TimeSpan at)
    {
        step.OnlyFields(_injectFields);
        Node name = step.Field("fault");
        SiteFault fault = name.Judge(() => Site.FaultOf(name.Text()));
        Node? sizeNode = step.OptionalField("size");
        double? size = sizeNode?.Number();
        (sizeNode ?? name).Judge(() => Site.SizeOf(fault, size));
        return new ScenarioStep(at, site => site.Inject(fault.Name, size), "inject " + fault.Name);
    }

    private static ScenarioStep Clear(Node step, TimeSpan at)
    {
        step.OnlyFields(_clearFields);
        Node name = step.Field("fault");
        SiteFault fault = name.Judge(() => Site.FaultOf(name.Text()));
        return new ScenarioStep(at, site => site.Clear(fault.Name), "clear " + fault.Name);
    }

    private static ScenarioStep Act(Node step, Node verb, TimeSpan at)
    {
        SiteAction action = verb.Judge(() => Names.Find(_verbs, known => known.Name, verb.Text(), "action")).Action;
        step.OnlyFields(_actionFields);
        Node to = step.Field("to");
        bool first = to.Judge(() => Site.WordOf(action, to.Text()));
        return new ScenarioStep(at, site => action.Do(site, first), $"{action.Name} {(first ? action.On : action.Off)}");
    }

    /// <summary>All that "do" takes, so that the nearest name is looked for among all of it.</summary>
    private static List<(string Name, SiteAction Action)> Verbs()
    {
        List<(string, SiteAction)> verbs = [("inject", null), ("clear", null)];
        foreach (SiteAction action in SiteCatalogue.Actions)
        {
            verbs.Add((action.Name, action));
        }

        return verbs;
    }

    /// <summary>JSON's own messages go on with line and path, which stand elsewhere in ours.</summary>
    private static string FirstSentence(string message) =>
        Names.Printable(message.Split(" LineNumber:")[0].Split(" Path:")[0], 120);

    /// <summary>A JSON value and where it stands.</summary>
    private readonly record struct Node(JsonElement Element, string Place)
    {
        public string Name => Place[(Place.LastIndexOf('.') + 1)..];

        public ScenarioException Wrong(string what, string chinese) =>
            Place.Length == 0 ? new(what, chinese) : new($"{Place}: {what}", $"{Place}：{chinese}");

        public Node Field(string name) => OptionalField(name) ?? throw Wrong($"\"{name}\" is missing", $"缺少“{name}”");

        public Node? OptionalField(string name)
        {
            Want(JsonValueKind.Object);
            return Element.TryGetProperty(name, out JsonElement value) ? Inner(name, value) : null;
        }

        public void OnlyFields(IReadOnlyList<string> known)
        {
            foreach (Node field in Fields())
            {
                field.Judge(() => Names.Find(known, name => name, field.Name, "field"));
            }
        }

        public IEnumerable<Node> Fields()
        {
            Want(JsonValueKind.Object);
            foreach (JsonProperty property in Element.EnumerateObject())
            {
                yield return Inner(Names.Printable(property.Name), property.Value);
            }
        }

        public IEnumerable<Node> Items()
        {
            Want(JsonValueKind.Array);
            for (int i = 0; i < Element.GetArrayLength(); i++)
            {
                yield return new Node(Element[i], $"{Place}[{i}]");
            }
        }

        public string Text()
        {
            Want(JsonValueKind.String);
            return Element.GetString();
        }

        public double Number()
        {
            Want(JsonValueKind.Number);
            return Element.GetDouble();
        }

        /// <summary>Does something with the value; a refusal that does not say its place yet gets this one.</summary>
        public T Judge<T>(Func<T> what)
        {
            try
            {
                return what();
            }
            catch (ScenarioException error) when (!error.Message.StartsWith(Place + ":", StringComparison.Ordinal))
            {
                throw Wrong(error.Message, error.Chinese);
            }
        }

        public void Judge(Action what) => Judge(() =>
        {
            what();
            return true;
        });

        public void At(string field, Action what) => Inner(field, default).Judge(what);

        private Node Inner(string name, JsonElement value) => new(value, Place.Length == 0 ? name : $"{Place}.{name}");

        private void Want(JsonValueKind kind)
        {
            if (Element.ValueKind != kind)
            {
                (string wanted, string wantedChinese) = Article(kind);
                (string found, string foundChinese) = Article(Element.ValueKind);
                throw Wrong($"{wanted} is wanted, this is {found}", $"应为{wantedChinese}，现为{foundChinese}");
            }
        }

        private static (string English, string Chinese) Article(JsonValueKind kind) => kind switch
        {
            JsonValueKind.Object => ("an object", "对象"),
            JsonValueKind.Array => ("a list", "列表"),
            JsonValueKind.String => ("a text", "文字"),
            JsonValueKind.Number => ("a number", "数字"),
            JsonValueKind.Null => ("null", "null"),
            _ => ("true or false", "true 或 false"),
        };
    }
}
