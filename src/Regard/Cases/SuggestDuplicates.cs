using System.Text.Json.Serialization;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

[JsonConverter(typeof(JsonStringEnumConverter<LikeReason>))]
public enum LikeReason { SameCustomer, SamePhone, SameAddress, SimilarWords }

/// <summary>Cases that may be the same matter: from the same customer or contact, or told in much the same words in the same unit, within days.</summary>
public sealed record SuggestDuplicates(long Number) : Question<IReadOnlyList<LikeCase>>
{
    const int Days = 30, MostCompared = 500, MostShown = 10;
    /// <summary>Share of words in common, of all words of both.</summary>
    const double Similar = 0.4;

    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<IReadOnlyList<LikeCase>> Run(Session s)
    {
        var c = await CaseStore.Seen(s, Number);
        var sight = await CaseSight.Of(s);
        var keys = c.IsKnown ? (await Merging.Into(s, await Merging.Goer(s, c.CustomerId))).Select(m => m.CustomerId).Append(c.CustomerId).ToHashSet() : [];
        var values = new Dictionary<string, object?>
        {
            ["number"] = Number, ["from"] = c.CreatedAt.AddDays(-Days), ["until"] = c.CreatedAt.AddDays(Days), ["unit"] = c.UnitId, ["keys"] = s.Dialect.Keys(keys.Select(k => k.Value)), ["email"] = c.ContactEmail ?? "", ["phone"] = c.ContactPhone ?? "",
        };
        var near = await s.Many<Case>($"""
            select {CaseStore.Columns} from cases c where c.number <> @number and c.state <> 'Merged' and c.created_at between @from and @until
              and (c.unit_id = @unit or {s.Dialect.Among("c.customer_id", "keys")} or c.contact_email = @email or c.contact_phone = @phone) and {sight.Within(s, values)} order by c.number desc limit {MostCompared}
            """, values);
        var words = Tokens(c);
        return [.. near.Select(o => (Case: o, Reasons: Reasons(c, o, keys, words).ToList())).Where(l => l.Reasons.Count > 0)
            .OrderByDescending(l => l.Reasons.Count).ThenByDescending(l => l.Case.Number).Take(MostShown).Select(l => Told(l.Case, l.Reasons, sight))];
    }

    static IEnumerable<LikeReason> Reasons(Case c, Case other, HashSet<Id<Customer>> keys, HashSet<string> words)
    {
        if (keys.Contains(other.CustomerId)) yield return LikeReason.SameCustomer;
        if (Canonical.Phone(c.ContactPhone) is { } phone && phone == Canonical.Phone(other.ContactPhone)) yield return LikeReason.SamePhone;
        if (c.ContactEmail is { Length: > 0 } && c.ContactEmail.Equals(other.ContactEmail, StringComparison.OrdinalIgnoreCase)) yield return LikeReason.SameAddress;
        var others = Tokens(other);
        var common = others.Count(words.Contains);
        if (common > 2 && common >= Similar * (words.Count + others.Count - common)) yield return LikeReason.SimilarWords;
    }

    static HashSet<string> Tokens(Case c) => [.. CustomerWords.Tokens(c.Words)];

    static LikeCase Told(Case c, IReadOnlyList<LikeReason> reasons, CaseSight sight) =>
        new(c.Number, sight.SeesNames(c) ? c.Title : PersonalData.Masked(c.Title)!, c.State, c.CreatedAt, reasons);
}

public sealed record LikeCase(long Number, string Title, CaseState State, DateTimeOffset CreatedAt, IReadOnlyList<LikeReason> Reasons);
