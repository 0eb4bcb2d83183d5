using Regard.Customers;
using Regard.Surveys;
namespace Regard.Loyalty;

/// <summary>Takes answers one by one, in any order.</summary>
sealed class AnswerGathering(CustomerBook book, IReadOnlyDictionary<Guid, int> index, string? currency, IEnumerable<(Id<Customer> Customer, DateOnly Day)> complaints)
{
    /// <summary>The register of complaints, by index into the book.</summary>
    readonly ILookup<int, DateOnly> register = complaints.Where(c => index.ContainsKey(c.Customer.Value)).ToLookup(c => index[c.Customer.Value], c => c.Day);
    readonly List<CustomerAnswer> satisfaction = [];
    readonly Dictionary<Guid, ProblemCount> problems = [];
    readonly List<FactorAnswer> factors = [];
    readonly List<Trouble> troubles = [];
    readonly List<WalletAnswer> wallets = [];
    readonly DateOnly yearAgo = book.AsOf.AddMonths(-12), longAgo = book.AsOf.AddMonths(-ReadAnswers.MonthsOfProblems);
    readonly double smallest = Math.Pow(10, Money.Decimals(currency ?? ""));

    public void Add(FormReading form, Guid key, Guid unit, DateOnly day, ReadOnlySpan<byte> ratings, string? text)
    {
        var (customer, traits) = (index.TryGetValue(key, out var at) ? at : -1, form.Traits);
        var overall = form.Slots.Read(day, ratings).Satisfaction;
        if (customer >= 0)
        {
            if (overall is { } score) satisfaction.Add(new(customer, day.DayNumber, score));
            factors.Add(new(customer, day.DayNumber, [overall ?? double.NaN, traits.Rated(Trait.SwitchingCost, ratings), traits.Rated(Trait.PricePerception, ratings), traits.Rated(Trait.Image, ratings), traits.Rated(Trait.Habit, ratings)]));
        }
        if (text is not { Length: > 0 } || form.Problem is null && !traits.Asks(Trait.ShareOfWallet) && !traits.Asks(Trait.FirstChoice)) return;
        var said = Answers.FromJson(text);
        var (share, first) = (traits.Number(Trait.ShareOfWallet, said), traits.IsYes(Trait.FirstChoice, said));
        if (share is >= 0 and <= 100 || first is not null) wallets.Add(new(customer, unit, day.DayNumber, form.Wave, share is >= 0 and <= 100 ? share / 100 : double.NaN, first));
        if (form.Problem is not { } items || day <= longAgo || items.Read(said) is not { } trouble) return;
        if (day > yearAgo) problems[unit] = problems.GetValueOrDefault(unit) + Counted(customer, day, trouble.Had, trouble is { Had: true, Told: true });
        if (!trouble.Had || trouble.Told is not { } told) return;
        var price = traits.Number(Trait.Price, said);
        troubles.Add(new(unit, told, traits.Rated(Trait.Severity, ratings), double.IsNaN(price) ? LastPaid(customer, day.DayNumber) : Math.Max(0, price), customer < 0 ? null : book.Segments[customer],
            traits.Circumstances.Select(c => (c.Key, said.Find(c.Key)?.Said)).Where(c => c.Said is not null).ToDictionary(c => c.Key, c => c.Said!), day > yearAgo));
    }

    /// <summary>One who was asked, on the list of the survey, on that of the register for the year before the answer, or both.</summary>
    ProblemCount Counted(int customer, DateOnly day, bool had, bool told)
    {
        var registered = register[customer].Any(d => d <= day && d > day.AddYears(-1));
        return new(1, had ? 1 : 0, told ? 1 : 0, had && registered ? 1 : 0, had && customer >= 0 && !registered ? 1 : 0, !had && registered ? 1 : 0);
    }

    /// <summary>A line of a file.</summary>
    public void Add(Guid key, DateOnly day, double? share, bool? first)
    {
        if (index.TryGetValue(key, out var customer)) wallets.Add(new(customer, null, day.DayNumber, Quarters.Name(Quarters.Begin(day)), share ?? double.NaN, first));
    }

    /// <summary>What the last purchase before the answer cost, in the currency; NaN when it is not known.</summary>
    double LastPaid(int customer, int day)
    {
        if (customer < 0) return double.NaN;
        for (var i = book.Events.Start[customer + 1] - 1; i >= book.Events.Start[customer]; i--)
            if (book.Events.Day[i] <= day && book.Events.Kind[i].IsPurchase() && book.Events.Amount[i] != EventColumns.None) return book.Events.Amount[i] / smallest;
        return double.NaN;
    }

    public CustomerAnswers Gathered(IEnumerable<FormReading> forms)
    {
        var texts = new Dictionary<string, Text>();
        foreach (var item in forms.SelectMany(f => f.Traits.Circumstances))
        {
            texts[item.Key] = item.Title;
            foreach (var option in item.Options) texts[$"{item.Key}={option.Key}"] = option.Title;
        }
        return new(satisfaction, problems, factors, troubles, wallets, texts);
    }
}
