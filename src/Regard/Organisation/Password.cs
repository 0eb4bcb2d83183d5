using Microsoft.AspNetCore.Identity;
namespace Regard.Organisation;

/// <summary>What a password must be, and how it is kept: hashed slowly with a salt, so that a stolen database tells none.</summary>
static class Password
{
    const int Shortest = 10, Longest = 200;

    static readonly PasswordHasher<Person> hasher = new();

    // The ones tried first by everyone who guesses, of those long enough to get here.
    static readonly HashSet<string> common = new(StringComparer.OrdinalIgnoreCase)
    {
        "1234567890", "0123456789", "0987654321", "9876543210", "12345678910", "123456789a", "a123456789", "1q2w3e4r5t", "1qaz2wsx3edc", "qwertyuiop", "qwerty12345", "qwerty123456",
        "password12", "password123", "password1234", "password12345", "passw0rd123", "p@ssw0rd123", "iloveyou123", "welcome123", "letmein123", "admin12345", "admin123456", "administrator",
        "woaini1314", "woaini1314520", "woaini520", "5201314520", "1314520520", "aa12345678", "abc1234567", "abcd123456", "abc123456789", "qq123456789", "changeme123", "asdfghjkl;", "zxcvbnm123",
    };

    public static IEnumerable<Problem> Problems(string? password, string? email = null)
    {
        var p = password ?? "";
        if (p.Length < Shortest) yield return new("Password", "Choose a password of at least {0} characters.", Shortest);
        else if (p.Length > Longest) yield return new("Password", "Choose a password of at most {0} characters.", Longest);
        else if (common.Contains(p) || p.Distinct().Count() < 3) yield return new("Password", "That password is among the first that are guessed. Choose another.");
        else if (email is not null && p.Trim().Equals(email.Trim(), StringComparison.OrdinalIgnoreCase)) yield return new("Password", "Choose a password that is not your e-mail address.");
    }

    public static string Hash(string password) => hasher.HashPassword(null!, password);

    /// <summary>Takes the same time when there is no hash to compare with.</summary>
    public static bool Fits(string? hash, string password) =>
        hasher.VerifyHashedPassword(null!, hash ?? nobodys.Value, password) != PasswordVerificationResult.Failed && hash is not null;

    static readonly Lazy<string> nobodys = new(() => Hash("nobody has this one"));
}
