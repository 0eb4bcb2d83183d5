using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Cases;

/// <summary>How customers found the handling of their complaints in the last year, by unit, and what complaining cost them.</summary>
public sealed record ShowAfterCases : Question<AfterCases>
{
    /// <summary>Answers under which no number is told.</summary>
    public const int Minimum = 10;
    const int Days = 365, SatisfiedFrom = 4;

    internal override Permission Needs => Permission.SeeCases;

    internal override async Task<AfterCases> Run(Session s)
    {
        var sight = await CaseSight.Of(s);
        var rows = await s.Many<AfterCase>($"select {AfterCase.Columns} from case_surveys where invited_at > @since and secret_hash is not null and {s.Dialect.Among("unit_id", "units")}",
            new Dictionary<string, object> { ["since"] = s.Now.AddDays(-Days), ["units"] = s.Dialect.Keys(sight.Units.Select(u => u.Value)) });
        return new(Of(null, rows), [.. from unit in sight.Tree.All let own = rows.Where(r => r.UnitId == unit.Id).ToList() where own.Count > 0 select Of(unit.Name, own)]);
    }

    static AfterCaseFigures Of(string? unit, IReadOnlyCollection<AfterCase> asked)
    {
        var given = asked.Where(a => a.SubmittedAt is not null).Select(a => a.Given).ToList();
        List<double> Numbers(string key, Func<Answers, bool>? of = null) => [.. from a in given where of?.Invoke(a) != false let n = a.Find(key)?.Number where n is not null select (double)n.Value];
        bool IsSatisfied(Answers a) => a.Find("overall")?.Number >= SatisfiedFrom;
        var repeated = given.Select(a => a.Find("repeated")?.Said).OfType<string>().ToList();
        return new()
        {
            Unit = unit, Answered = Wilson.Share(given.Count, asked.Count).WithholdUnder(Minimum),
            Process = Mean(Numbers("process")), Outcome = Mean(Numbers("outcome")), Treatment = Mean(Numbers("treatment")), Overall = Mean(Numbers("overall")),
            Minutes = Median(Numbers("minutes")), Steps = Median(Numbers("steps")), Repeated = Wilson.Share(repeated.Count(Traits.IsYes), repeated.Count).WithholdUnder(Minimum),
            ToldRecovered = Mean(Numbers("told", IsSatisfied)), ToldNot = Mean(Numbers("told", a => !IsSatisfied(a))),
        };
    }

    static Estimate Mean(List<double> values)
    {
        if (values.Count < 2) return Estimate.Withhold(Withholding.Unmeasured, values.Count);
        var mean = values.Average();
        var variance = values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1);
        return Estimate.Of(mean, Math.Sqrt(variance / values.Count), values.Count - 1, values.Count).WithholdUnder(Minimum);
    }

    /// <summary>With the order statistics that bound it at 95 %, by the normal approximation of the sign test.</summary>
    static Estimate Median(List<double> values)
    {
        if (values.Count < 2) return Estimate.Withhold(Withholding.Unmeasured, values.Count);
        values.Sort();
        var n = values.Count;
        var reach = 1.96 * Math.Sqrt(n) / 2;
        var (lower, upper) = (values[Math.Max(0, (int)Math.Floor(n / 2.0 - reach))], values[Math.Min(n - 1, (int)Math.Ceiling(n / 2.0 + reach))]);
        var median = n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
        return Estimate.Between(median, (upper - lower) / (2 * 1.96), lower, upper, n).WithholdUnder(Minimum);
    }
}

public sealed record AfterCases(AfterCaseFigures All, IReadOnlyList<AfterCaseFigures> Units);

/// <summary>Ratings are means of 1 to 5.</summary>
public sealed record AfterCaseFigures
{
    /// <summary>All units in care, if null.</summary>
    public string? Unit { get; init; }
    /// <summary>Of those asked.</summary>
    public required Estimate Answered { get; init; }
    public required Estimate Process { get; init; }
    public required Estimate Outcome { get; init; }
    public required Estimate Treatment { get; init; }
    public required Estimate Overall { get; init; }
    /// <summary>Medians of what complaining cost the customer.</summary>
    public required Estimate Minutes { get; init; }
    public required Estimate Steps { get; init; }
    /// <summary>Those who told their story more than once.</summary>
    public required Estimate Repeated { get; init; }
    /// <summary>To how many people on average, by customers who are satisfied in the end (4 or 5) and by the others.</summary>
    public required Estimate ToldRecovered { get; init; }
    public required Estimate ToldNot { get; init; }
}

/// <summary>What the customer of one case answered, for who manages its unit and did not own it: customers are told that whoever handled it does not see.</summary>
public sealed record ShowCaseRating(long Number) : Question<Answers?>
{
    internal override Permission Needs => Permission.ManageCases;

    internal override async Task<Answers?> Run(Session s)
    {
        var c = await CaseStore.Seen(s, Number);
        if (!(await CaseSight.Of(s)).Manages(c) || s.Caller.Person == c.OwnerId || s.Caller.Person == c.SponsorId) throw CaseStore.Beyond;
        return (await s.Maybe<AfterCase>($"select {AfterCase.Columns} from case_surveys where case_id = @Id and customer_id = @CustomerId and submitted_at is not null", new { c.Id, c.CustomerId }))?.Given;
    }
}
