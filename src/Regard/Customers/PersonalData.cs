namespace Regard.Customers;

/// <summary>The one list of columns that say who a customer is. Masking, export and erasure read it.</summary>
public static class PersonalData
{
    public static IReadOnlyList<(string Table, string Column)> Columns { get; } =
    [
        ("customers", "external_id"), ("customers", "name"), ("customers", "email"), ("customers", "phone"), ("customers", "words"), ("reworded", "words"),
        ("assets", "plate"), ("assets", "serial"), ("assets", "external_id"),
        ("customer_notes", "words"), ("customer_promises", "words"), ("customer_promises", "note"), ("customer_preferences", "words"), ("events", "words"), ("events", "external_id"), ("contracts", "external_id"), ("consents", "source"), ("wallets", "source"), ("referral_leads", "name"), ("referral_leads", "contact"), ("review_findings", "words"), ("review_findings", "todo"),
        ("cases", "title"), ("cases", "words"), ("cases", "customers_view"), ("cases", "our_facts"), ("cases", "contact_name"), ("cases", "contact_email"), ("cases", "contact_phone"), ("cases", "body_reference"), ("cases", "found_by"),
        ("case_notes", "words"), ("case_notes", "subject"), ("case_notes", "party"), ("case_steps", "words"), ("case_pauses", "asked"), ("case_handovers", "why"), ("case_handovers", "answer_words"), ("case_tasks", "words"), ("case_tasks", "answer"),
        ("case_closures", "improvement"), ("case_owners", "why"), ("case_escalations", "words"), ("case_reviews", "words"),
        ("case_proposals", "words"), ("case_proposals", "answer"), ("case_closures", "words"), ("case_closures", "reopened_because"), ("case_files", "name"), ("case_file_parts", "bytes"), ("gestures", "words"), ("gestures", "judged_words"), ("gestures", "undone_because"),
        ("calls", "from_number"), ("calls", "words"), ("call_back_attempts", "words"), ("case_follow_ups", "words"), ("case_surveys", "sent_to"),
        ("field_notes", "words"),
    ];

    /// <summary>As it is shown to whoever may not see personal data: the first sign, and dots for the rest.</summary>
    public static string? Masked(string? text) => string.IsNullOrEmpty(text) ? text : string.Concat(new System.Globalization.StringInfo(text).SubstringByTextElements(0, 1), "•••");
}
