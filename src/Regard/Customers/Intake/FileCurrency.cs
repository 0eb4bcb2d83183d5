using Regard.Files;
namespace Regard.Customers.Intake;

/// <summary>The one currency of a file's amounts: as the sender says, or the first that the file names, or the company's.</summary>
sealed class FileCurrency
{
    readonly int at;

    FileCurrency(string code, int at) => (Code, this.at) = (code, at);

    public string Code { get; }

    /// <param name="amounts">The columns that hold amounts.</param>
    public static async Task<FileCurrency> Of(Session s, Table table, FileColumns columns, string? said, params string[] amounts)
    {
        var at = columns.Find("currency");
        var code = Plain(said) ?? Plain(First(table, at)) ?? await Currency.Of(s);
        var any = amounts.Any(columns.Has);
        if (code is null && any) throw new Invalid("Currency", "Say which currency the amounts are in, such as CNY.");
        if (code is not null && any) await Currency.Check(s, code);
        return new(code ?? "", at);
    }

    /// <summary>Keeps it as the company's, if that has none yet.</summary>
    public Task Settle(Session s) => Code.Length == 0 ? Task.CompletedTask : Currency.Settle(s, Code);

    public void Judge(CsvFile csv, Action<string, Words> wrong)
    {
        if (at < 0 || csv.Bytes(at) is { IsEmpty: true }) return;
        var said = Plain(csv.Cell(at))!;
        if (said != Code) wrong("currency", Words.Of("This row is in {0}, the others in {1}. Amounts in two currencies cannot be added up.", said, Code));
    }

    static string? First(Table table, int at)
    {
        if (at < 0) return null;
        using var csv = table.Open();
        while (csv.Read()) if (csv.Cell(at) is { Length: > 0 } cell) return cell;
        return null;
    }

    static string? Plain(string? code) => string.IsNullOrWhiteSpace(code) ? null : code.Trim() is "¥" or "￥" or "元" or "人民币" or "人民幣" or "RMB" ? "CNY" : code.Trim().ToUpperInvariant();
}
