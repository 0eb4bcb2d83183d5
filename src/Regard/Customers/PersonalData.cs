namespace Regard.Customers;

/// <summary>The one list of columns that say who a customer is. Masking, export and erasure read it.</summary>
public static class PersonalData
{
    public static IReadOnlyList<(string Table, string Column)> Columns { get; } =
    [
        ("customers", "external_id"), ("customers", "name"), ("customers", "email"), ("customers", "phone"), ("customers", "words"), ("reworded", "words"),
        ("assets", "plate"), ("assets", "serial"), ("assets", "external_id"),
        ("customer_notes", "words"), ("events", "words"), ("events", "external_id"), ("contracts", "external_id"), ("consents", "source"), ("review_findings", "words"), ("review_findings", "todo"),
    ];

    /// <summary>As it is shown to whoever may not see personal data: the first sign, and dots for the rest.</summary>
    public static string? Masked(string? text) => string.IsNullOrEmpty(text) ? text : string.Concat(new System.Globalization.StringInfo(text).SubstringByTextElements(0, 1), "•••");
}
