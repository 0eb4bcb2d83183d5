using System.Globalization;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>What a case is found by: the words said in it, its number, who came with it, and to which unit and people it belongs.</summary>
static class CaseWords
{
    /// <summary>Of a long text so many words are kept.</summary>
    const int Most = 3000;

    /// <summary>The word that all cases have that a person owns or stands for. Its first sign is none that words begin with.</summary>
    public static string OfPerson(Id<Person> person) => "ǂ" + person.Value.ToString("n")[^16..];

    public static string Of(Case c, IEnumerable<string> more)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal) { c.Number.ToString(CultureInfo.InvariantCulture), CustomerWords.OfUnit(c.UnitId), OfPerson(c.OwnerId), OfPerson(c.SponsorId) };
        tokens.UnionWith(CustomerWords.Of(c.BodyReference, c.ContactName, c.ContactEmail, c.ContactPhone, null).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        foreach (var text in (string[])[c.Title, c.Words, c.CustomersView, c.OurFacts, .. more])
            foreach (var token in CustomerWords.Tokens(text))
                if (tokens.Count < Most) tokens.Add(token);
        return string.Join(' ', tokens);
    }
}
