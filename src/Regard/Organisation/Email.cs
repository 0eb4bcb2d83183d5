namespace Regard.Organisation;

/// <summary>E-mail addresses name people at sign-in, so that case and spaces around them do not matter.</summary>
static class Email
{
    public static string Plain(string? email) => (email ?? "").Trim().ToLowerInvariant();

    public static IEnumerable<Problem> Problems(string? email)
    {
        var e = Plain(email);
        var at = e.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at == e.Length - 1 || at != e.LastIndexOf('@') || e.Length > 254 || e.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            yield return new("Email", "Give an e-mail address such as li.na@example.com.");
    }
}
