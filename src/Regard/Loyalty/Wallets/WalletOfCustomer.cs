using Regard.Customers;
using Regard.Surveys;
namespace Regard.Loyalty;

/// <summary>The last word of a customer, and of those merged into it, on spending with us: by a survey or a file; null for none.</summary>
sealed record WalletOfCustomer(IReadOnlyList<Id<Customer>> Customers) : Question<WalletSaid?>
{
    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<WalletSaid?> Run(Session s)
    {
        var values = new Dictionary<string, object> { ["keys"] = s.Dialect.Keys(Customers.Select(c => c.Value)) };
        var said = (await s.Many<Line>($"select said_on, share, first_choice, source from wallets where {s.Dialect.Among("customer_id", "keys")}", values)).Select(l => new WalletSaid(l.SaidOn, l.Share, l.FirstChoice, l.Source)).ToList();
        var answered = await s.Many<Answered>($"""
            select r.submitted_at, r.answers, w.name, v.document from responses r join waves w on w.id = r.wave_id join form_versions v on v.id = w.form_version_id
            where {s.Dialect.Among("r.customer_id", "keys")} and r.answers is not null and (v.document like '%"{nameof(Trait.ShareOfWallet)}"%' or v.document like '%"{nameof(Trait.FirstChoice)}"%')
            """, values);
        foreach (var a in answered)
        {
            var (traits, answers) = (TraitItems.Of(a.Document), Answers.FromJson(a.Answers));
            var (share, first) = (traits.Number(Trait.ShareOfWallet, answers), traits.IsYes(Trait.FirstChoice, answers));
            if (share is >= 0 and <= 100 || first is not null) said.Add(new(DateOnly.FromDateTime(a.SubmittedAt.UtcDateTime), share is >= 0 and <= 100 ? share / 100 : null, first, a.Name));
        }
        return said.MaxBy(w => w.SaidOn);
    }

    sealed record Line
    {
        public required DateOnly SaidOn { get; init; }
        public double? Share { get; init; }
        public bool? FirstChoice { get; init; }
        public string? Source { get; init; }
    }

    sealed record Answered
    {
        public required DateTimeOffset SubmittedAt { get; init; }
        public required string Answers { get; init; }
        public required string Name { get; init; }
        public required FormDocument Document { get; init; }
    }
}

/// <param name="Share">0 to 1.</param>
/// <param name="Source">Of a file, or the wave.</param>
public sealed record WalletSaid(DateOnly SaidOn, double? Share, bool? First, string? Source);
