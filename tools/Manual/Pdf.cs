using System.Diagnostics;
using System.Text.RegularExpressions;
using Markdig;

namespace Tools.Manual;

/// <summary>Renders Markdown to PDF with weasyprint (a Debian package); the CJK font is embedded.</summary>
internal static partial class Pdf
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers().Build();

    /// <summary>Writes one PDF, set smaller where it is to fit one page. Throws <see cref="IOException"/> where weasyprint is not there or fails.</summary>
    public static void Write(string markdown, string language, string file, bool onePage = false)
    {
        string body = Module().Replace(Section().Replace(Markdown.ToHtml(markdown, Pipeline), "<section>$0</section>"), "<span>$0</span>");
        string html = $"<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>{Title(markdown)}</title><style>{Style}</style></head><body{(onePage ? " class=\"one\"" : "")}>{body}</body></html>";
        var start = new ProcessStartInfo("weasyprint", ["-q", "-", file]) { RedirectStandardInput = true, RedirectStandardError = true };
        using Process process = Start(start);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(html);
        process.StandardInput.Close();
        process.WaitForExit();
        if (process.ExitCode != 0 || !File.Exists(file))
        {
            throw new IOException($"weasyprint could not write {file}: {errors.Result.Trim()}");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new IOException("weasyprint was not found (Debian package weasyprint)");
        }
    }

    /// <summary>An anchor with its heading and what belongs to it: one fault, which stands on one page where it fits one.</summary>
    [GeneratedRegex("""<p><a id="\w+"></a></p>\s*<h[23].*?(?=<p><a id=|<h2|$)""", RegexOptions.Singleline)]
    private static partial Regex Section();

    /// <summary>Code of a module of the board's list, which is looked for in a shop as a whole: no line ends at its hyphen.</summary>
    [GeneratedRegex("""\b[A-Z]{3}-[A-Z0-9]{2,7}\b""")]
    private static partial Regex Module();

    private static string Title(string markdown) => markdown.Split('\n')[0].TrimStart('#', ' ');

    private const string Style = """
        @page { size: A4; margin: 15mm 16mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt; color: #555; font-family: "WenQuanYi Micro Hei", sans-serif } }
        body { font-family: "WenQuanYi Micro Hei", "Noto Sans CJK SC", sans-serif; font-size: 10pt; line-height: 1.4 }
        p, ul, ol { margin: 1.6mm 0 } section { page-break-inside: avoid; font-size: 9.2pt; line-height: 1.35 }
        section h2 { margin: 3mm 0 1mm; font-size: 12pt; border-top: .5pt solid #999; padding-top: 2mm } section p, section ul, section ol { margin: 1mm 0 } section > ul, section > ul ~ ol:not(ol ~ ol) { columns: 2 } section li { margin: 0 }
        h1 { font-size: 20pt; border-bottom: 1.5pt solid #000; margin: 0 0 6mm }
        h2 { font-size: 14pt; margin: 5mm 0 1.5mm; page-break-after: avoid }
        h3 { font-size: 12pt; margin: 4mm 0 1.5mm; page-break-after: avoid; border-top: .5pt solid #999; padding-top: 2mm }
        table { border-collapse: collapse; width: 100%; font-size: 9pt; margin: 2mm 0 }
        th, td { border: .5pt solid #777; padding: 1mm 2mm; text-align: left; vertical-align: top; min-width: 6em } td:first-child { min-width: 2.4em }
        thead { display: table-header-group } tr { page-break-inside: avoid }
        th { background: #e8e8e8 } code { font-family: "WenQuanYi Micro Hei Mono", monospace; font-size: 9pt }
        @page one { margin: 9mm 12mm }
        body.one { page: one; font-size: 8.2pt; line-height: 1.2 } body.one table { font-size: 7.1pt; margin: 1mm 0 } body.one th, body.one td { padding: .2mm 1mm; min-width: 2.6em }
        body.one code { font-size: 8.2pt } body.one h1 { font-size: 15pt; margin: 0 0 2mm } body.one h2 { font-size: 11pt; margin: 2.5mm 0 1mm } body.one p, body.one ul { margin: 1mm 0 }
        strong { font-weight: normal; background: #e8e8e8; padding: 0 .3em }
        span { white-space: nowrap } .answers { page-break-before: always }
        li { margin: .3mm 0 } a { color: inherit; text-decoration: none }
        """;
}
