using System.CommandLine;
using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>regard analyse hidden: how many had a problem for each who complained.</summary>
static class HiddenCommand
{
    static readonly double[] OddsRatios = [0.5, 1, 2, 3, 5];

    public static Command Make()
    {
        var data = AnalyseOptions.Data;
        var surveyed = new Option<string?>("--surveyed-problem") { Description = "Column with 1 where the survey found a problem; empty counts as 0" };
        var complained = new Option<string?>("--complained") { Description = "Column with 1 where the customer says to have complained. Where some did whom the survey did not find, it counts as a list of its own" };
        var registered = new Option<string?>("--registered") { Description = "Column with 1 where the register of complaints has the customer" };
        var both = new Option<long?>("--both") { Description = "People found by the survey and in the register" };
        var surveyOnly = new Option<long?>("--survey-only") { Description = "People found by the survey only" };
        var registerOnly = new Option<long?>("--register-only") { Description = "People in the register only" };
        var asJson = AnalyseOptions.Json;
        var command = new Command("hidden", "How many were dissatisfied in all, for each who complained") { data, surveyed, complained, registered, both, surveyOnly, registerOnly, asJson };
        command.SetAction(parsed => BadInput.Guard(() =>
        {
            object shape;
            CaptureRecapture two;
            ListModels? three = null;
            if (parsed.GetValue(both) is { } b && parsed.GetValue(surveyOnly) is { } s && parsed.GetValue(registerOnly) is { } r)
            {
                two = CaptureRecapture.Of(b, s, r);
                shape = Shape(two, null, null);
            }
            else
            {
                if (parsed.GetValue(surveyed) is not { } problem || parsed.GetValue(registered) is not { } register)
                    throw new Invalid("hidden", "Give --both, --survey-only and --register-only, or the columns --surveyed-problem and --registered.");
                string[] columns = parsed.GetValue(complained) is { } told ? [problem, told, register] : [problem, register];
                var file = new DataFile(parsed.GetValue(data), columns);
                var rows = Observations.Of(columns, [.. columns.Select(c => file.Numbers(c).Select(x => double.IsNaN(x) ? 0 : x).ToArray())]);
                var lists = HiddenLists.Of(rows, columns);
                var (found, known) = (lists[0], lists[^1]);
                int Count(bool inSurvey, bool inRegister) => found.Zip(known).Count(p => p == (inSurvey, inRegister));
                two = CaptureRecapture.Of(Count(true, true), Count(true, false), Count(false, true));
                if (columns.Length == 3 && lists[1].Zip(found).Any(p => p is (true, false))) three = ListModels.Fit(lists);
                shape = Shape(two, three, Silent(lists));
            }
            if (parsed.GetValue(asJson)) Printed.Json(shape);
            else Print(two, three);
        }));
        return command;
    }

    // Of those with a problem, who says not to have complained.
    static Estimate? Silent(IReadOnlyList<IReadOnlyList<bool>> lists) => lists.Count < 3 ? null
        : Wilson.Share(lists[0].Zip(lists[1]).Count(p => p is (true, false)), lists[0].Count(on => on));

    static Estimate Total(CaptureRecapture two, ListModels? three) => three?.Best?.Total ?? two.Total;

    static object Shape(CaptureRecapture two, ListModels? three, Estimate? silent)
    {
        var (total, registered) = (Total(two, three), two.Both + two.SecondOnly);
        return new
        {
            total = total.Value, se = total.StandardError, lower = total.Lower, upper = total.Upper, perComplaint = total.Value / registered,
            perComplaintLower = total.Lower / registered, perComplaintUpper = total.Upper / registered,
            seen = total.N, hidden = total.Value - total.N, both = two.Both, surveyOnly = two.FirstOnly, registerOnly = two.SecondOnly,
            method = three is null ? "Chapman" : "log-linear, three lists",
            silentShare = silent is null ? null : new { share = silent.Value, lower = silent.Lower, upper = silent.Upper, n = silent.N },
            sensitivity = OddsRatios.Select(o => new { oddsRatio = o, total = two.At(o), perComplaint = two.At(o) / registered }),
            models = three?.Models.Select(m => new { dependences = m.Dependences.Select(d => new[] { d.First + 1, d.Second + 1 }), total = m.Total.Value, se = m.Total.StandardError, lower = m.Total.Lower, upper = m.Total.Upper, aic = m.Aic, deviance = m.Deviance }),
        };
    }

    static void Print(CaptureRecapture two, ListModels? three)
    {
        var (total, registered) = (Total(two, three), two.Both + two.SecondOnly);
        Printed.Line($"{Printed.Number(total.Value, 0)} people in all ({Printed.Number(total.Lower, 0)} to {Printed.Number(total.Upper, 0)}), of whom {total.N} were seen; {Printed.Number(total.Value / registered, 1)} for each of the {registered} in the register");
        Printed.Table("Should one list change the odds of the other by", ["Total", "Per complaint"], OddsRatios.Select(o => (IReadOnlyList<string>)[Printed.Number(o, 1), Printed.Number(two.At(o), 0), Printed.Number(two.At(o) / registered, 1)]));
        if (three is null) return;
        Printed.Table("Lists that hang together", ["Total", "Lower", "Upper", "AIC"], three.Models.Select(m => (IReadOnlyList<string>)[
            m.Dependences.Count == 0 ? "none" : string.Join(", ", m.Dependences.Select(d => $"{d.First + 1}-{d.Second + 1}")), Printed.Number(m.Total.Value, 0), Printed.Number(m.Total.Lower, 0), Printed.Number(m.Total.Upper, 0), Printed.Number(m.Aic, 1)]));
    }
}
