using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Loyalty;

/// <summary>Reads what customers of the book answered, who of all respondents had a problem and told it, and what they say of spending with us.</summary>
sealed record ReadAnswers(CustomerBook Book) : Question<CustomerAnswers>
{
    /// <summary>Problems of so many months are learnt from; those of twelve are counted.</summary>
    internal const int MonthsOfProblems = 24;

    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<CustomerAnswers> Run(Session s)
    {
        var asked = (await s.Many<AskedForm>("select w.id as wave_id, w.name, v.document from waves w join form_versions v on v.id = w.form_version_id")).ToDictionary(a => a.WaveId.Value, a => new FormReading(a.Name, a.Document));
        var gathering = new AnswerGathering(Book, await BookIndex.Of(s, Book), await Customers.Currency.Of(s), await new ComplaintDays(Book.AsOf.AddYears(-2)).Run(s));
        await s.Dialect.Read(s.Transaction, "select customer_id, wave_id, unit_id, submitted_at, ratings, answers from responses", new Dictionary<string, object>(), row =>
        {
            var (key, wave, unit, day) = (row.Guid(0), row.Guid(1), row.Guid(2), DateOnly.FromDateTime(row.Moment(3).UtcDateTime));
            var ratings = row.Bytes(4);
            var text = row.MaybeText(5);
            if (day <= Book.AsOf && asked.TryGetValue(wave, out var form)) gathering.Add(form, key, unit, day, ratings, text);
        });
        foreach (var line in await s.Many<WalletLine>("select customer_id, said_on, share, first_choice from wallets where said_on <= @AsOf", new { Book.AsOf })) gathering.Add(line.CustomerId.Value, line.SaidOn, line.Share, line.FirstChoice);
        return gathering.Gathered(asked.Values);
    }

    sealed record AskedForm
    {
        public required Id<Wave> WaveId { get; init; }
        public required string Name { get; init; }
        public required FormDocument Document { get; init; }
    }

    sealed record WalletLine
    {
        public required Id<Customer> CustomerId { get; init; }
        public required DateOnly SaidOn { get; init; }
        public double? Share { get; init; }
        public bool? FirstChoice { get; init; }
    }
}

/// <summary>What is read out of the answers to a form.</summary>
sealed record FormReading(string Wave, FormDocument Form)
{
    public LoyaltySlots Slots { get; } = LoyaltySlots.Of(Form);
    public ProblemItems? Problem { get; } = ProblemItems.Of(Form);
    public TraitItems Traits { get; } = TraitItems.Of(Form);
}

/// <param name="Problems">By unit that was asked about.</param>
/// <param name="Texts">Questions on circumstances and their answers, by key, and by key=option.</param>
sealed record CustomerAnswers(IReadOnlyList<CustomerAnswer> Satisfaction, IReadOnlyDictionary<Guid, ProblemCount> Problems, IReadOnlyList<FactorAnswer> Factors, IReadOnlyList<Trouble> Troubles, IReadOnlyList<WalletAnswer> Wallets, IReadOnlyDictionary<string, Text> Texts)
{
    public bool IsEmpty => Satisfaction.Count == 0 && Problems.Count == 0 && Wallets.Count == 0;
}

/// <param name="Customer">Index into the book.</param>
/// <param name="Satisfaction">0 to 100.</param>
readonly record struct CustomerAnswer(int Customer, int Day, double Satisfaction);
