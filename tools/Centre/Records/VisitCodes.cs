using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Tools.Centre.Records;

/// <summary>The codes by which water users confirm a visit: given here, told to the user, typed at the unit, judged here. Each is good for one visit, on the unit that it was given for.</summary>
public sealed class VisitCodes(Store store)
{
    /// <summary>Least code: six digits, none of them a leading zero that a person would leave out.</summary>
    public const int Least = 100000;

    /// <summary>After the greatest code.</summary>
    public const int End = 1000000;

    /// <summary>Gives a unit a new code.</summary>
    public int Give(long unit, long now)
    {
        int code;
        do
        {
            code = RandomNumberGenerator.GetInt32(Least, End);
        }
        while (store.Do("INSERT OR IGNORE INTO visit_code VALUES ($1, $2, $3)", unit, code, now) == 0);
        return code;
    }

    /// <summary>The code of a visit is one that its unit was given before the visit came, and no earlier visit has used it.</summary>
    public bool IsRight(StoredRecord visit, string code)
    {
        bool given = int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && store.One("SELECT count(*) FROM visit_code WHERE unit = $1 AND code = $2 AND given_at <= $3", row => row.Whole(0), visit.Unit, number, visit.StoredAt) > 0;
        return given && store.All(
            "SELECT payload FROM record WHERE unit = $1 AND kind = 'visit' AND (stored_at < $2 OR (stored_at = $2 AND epoch = $3 AND seq < $4))",
            row => row.Text(0), visit.Unit, visit.StoredAt, visit.Id.Epoch, visit.Id.Seq).TrueForAll(earlier => !Uses(earlier, number));
    }

    private static bool Uses(string payload, int code)
    {
        using JsonDocument document = JsonDocument.Parse(payload);
        return document.RootElement.TryGetProperty("confirmed", out JsonElement confirmed) && confirmed.ValueKind == JsonValueKind.Object
            && confirmed.TryGetProperty("code", out JsonElement used) && used.ValueKind == JsonValueKind.Number && used.TryGetInt32(out int number) && number == code;
    }
}
