using System.CommandLine;
using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>regard analyse lifetime: how often customers buy, who is still there, and what they are worth.</summary>
static class LifetimeCommand
{
    static readonly string[] Models = ["bg-nbd", "mbg-nbd", "pareto-nbd", "sbg"];

    public static Command Make()
    {
        var model = new Option<string>("--model") { Description = "bg-nbd, pareto-nbd (purchases at any time), mbg-nbd (bg-nbd in which one-time buyers may be gone), or sbg (contracts renewed each period)", DefaultValueFactory = _ => "bg-nbd" };
        var summary = new Option<string?>("--summary") { Description = "CSV file with a row a customer: customer_id, x, t_x_days, T_days, and m_x if there are amounts" };
        var purchases = new Option<string?>("--purchases") { Description = "CSV file with a row a purchase" };
        var customer = new Option<string>("--customer") { Description = "Its column with the customer", DefaultValueFactory = _ => "customer_id" };
        var date = new Option<string>("--date") { Description = "Its column with the date, as 2026-03-31", DefaultValueFactory = _ => "date" };
        var amount = new Option<string?>("--amount") { Description = "Its column with the amount; without it purchases are counted only" };
        var until = new Option<string?>("--until") { Description = "Last day of the record, as 2026-03-31; later purchases are left out" };
        var horizon = new Option<double?>("--horizon-weeks") { Description = "Weeks to look ahead; 52 when left out (the value under pareto-nbd with a discount: for ever)" };
        var discount = new Option<double>("--discount-weekly") { Description = "Continuous rate of discount a week, such as 0.0027 for 15 % a year" };
        var margin = new Option<double>("--margin") { Description = "Share of an amount that is kept", DefaultValueFactory = _ => 1 };
        var period = new Option<double?>("--period-days") { Description = "sbg: days of a contract's period; the median gap between payments when left out" };
        var customers = new Option<bool>("--customers") { Description = "Tell every customer" };
        var futures = new Option<int>("--futures") { Description = "Futures drawn for each customer's median and 80 % range; 0 for none", DefaultValueFactory = _ => 200 };
        var (seed, asJson) = (AnalyseOptions.Seed, AnalyseOptions.Json);
        var command = new Command("lifetime", "Purchases to come, chance to be there, and lifetime value") { model, summary, purchases, customer, date, amount, until, horizon, discount, margin, period, customers, futures, seed, asJson };
        command.SetAction(parsed => BadInput.Guard(() =>
        {
            var name = parsed.GetValue(model)!;
            if (!Models.Contains(name)) throw new Invalid("model", "--{0} is one of {1}, not “{2}”.", "model", string.Join(", ", Models), name);
            var file = (parsed.GetValue(summary), parsed.GetValue(purchases)) switch
            {
                ({ } path, null) => CustomerFile.Summary(path),
                (null, { } path) => CustomerFile.Purchases(path, parsed.GetValue(customer)!, parsed.GetValue(date)!, parsed.GetValue(amount), LastDay(parsed.GetValue(until))),
                _ => throw new Invalid("summary", "Name one file: with --summary a row a customer, or with --purchases a row a purchase."),
            };
            if (parsed.GetValue(futures) is not (0 or >= 40)) throw new Invalid("futures", "Draw 40 futures or more, or 0.");
            var (weeks, rate) = (parsed.GetValue(horizon), parsed.GetValue(discount));
            if (weeks is { } w && !(double.IsFinite(w) && w >= 0)) throw new Invalid("horizon-weeks", "--{0} is a number from 0 on.", "horizon-weeks");
            if (!(double.IsFinite(rate) && rate >= 0)) throw new Invalid("discount-weekly", "--{0} is a number from 0 on.", "discount-weekly");
            var value = new ValueOptions
            {
                Weeks = weeks ?? (name == "pareto-nbd" && rate > 0 ? double.PositiveInfinity : 52), WeeklyRate = rate, Margin = parsed.GetValue(margin),
                Samples = Math.Max(40, parsed.GetValue(futures)), Draws = Draws.Seeded(parsed.GetValue(seed)),
            };
            var told = new LifetimeTold(name, file, weeks ?? 52, value, parsed.GetValue(customers), parsed.GetValue(futures) > 0, parsed.GetValue(asJson));
            if (name == "sbg") ContractTold.Of(told, parsed.GetValue(period));
            else if (name == "pareto-nbd") PurchasesTold.Of(told, ParetoNbd.Fit(file.Histories));
            else PurchasesTold.Of(told, BgNbd.Fit(file.Histories, dropOutAtBirth: name == "mbg-nbd"));
        }));
        return command;
    }

    static DateOnly LastDay(string? until) => until is null ? throw new Invalid("until", "Name the last day of the record with --until.")
        : CustomerFile.Day(until) ?? throw new Invalid("until", "“{0}” is no date. Write dates as 2026-03-31.", until);
}
