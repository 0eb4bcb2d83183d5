using Regard.Customers;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Loyalty;

/// <summary>Reads what customers of the book answered, and who of all respondents of the last twelve months had a problem and told it.</summary>
sealed record ReadAnswers(CustomerBook Book) : Question<CustomerAnswers>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<CustomerAnswers> Run(Session s)
    {
        var asked = (await s.Many<AskedForm>("select w.id as wave_id, v.document from waves w join form_versions v on v.id = w.form_version_id"))
            .ToDictionary(a => a.WaveId.Value, a => (Slots: LoyaltySlots.Of(a.Document), Problem: ProblemItems.Of(a.Document)));
        var index = await BookIndex.Of(s, Book);
        var answers = new List<CustomerAnswer>();
        var problems = new Dictionary<Guid, ProblemCount>();
        var yearAgo = Book.AsOf.AddMonths(-12);
        await s.Dialect.Read(s.Transaction, "select customer_id, wave_id, unit_id, submitted_at, ratings, answers from responses", new Dictionary<string, object>(), row =>
        {
            var (key, wave, unit, day) = (row.Guid(0), row.Guid(1), row.Guid(2), DateOnly.FromDateTime(row.Moment(3).UtcDateTime));
            var ratings = row.Bytes(4);
            var text = row.MaybeText(5);
            if (day > Book.AsOf || !asked.TryGetValue(wave, out var form)) return;
            if (form.Problem is { } items && day > yearAgo && text is { Length: > 0 }) problems[unit] = items.Count(problems.GetValueOrDefault(unit), text);
            if (index.TryGetValue(key, out var customer) && form.Slots.Read(day, ratings).Satisfaction is { } satisfaction) answers.Add(new(customer, day.DayNumber, satisfaction));
        });
        return new(answers, problems);
    }

    sealed record AskedForm
    {
        public required Id<Wave> WaveId { get; init; }
        public required FormDocument Document { get; init; }
    }
}

/// <param name="Problems">By unit that was asked about.</param>
sealed record CustomerAnswers(IReadOnlyList<CustomerAnswer> Satisfaction, IReadOnlyDictionary<Guid, ProblemCount> Problems);

/// <param name="Customer">Index into the book.</param>
/// <param name="Satisfaction">0 to 100.</param>
readonly record struct CustomerAnswer(int Customer, int Day, double Satisfaction);
