namespace Regard.Web.Measures;

/// <summary>What was typed to tell groups apart.</summary>
static class GroupsTyped
{
    /// <summary>Amounts with spaces or semicolons between them; null for none.</summary>
    public static IReadOnlyList<double>? Cuts(string? typed, string? currency) => string.IsNullOrWhiteSpace(typed) ? null
        : [.. typed.Split([' ', ';', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => (double)(Money.Read(t, currency ?? "") ?? throw new Invalid("cuts", "{0} is no amount.", t)))];
}
