using System.Globalization;
using Regard.Cases;
namespace Regard.Web.Cases;

/// <summary>The rules of cases as the form sends them: a row for each clock, times in hours.</summary>
static class RulesForm
{
    const int MostRows = 600;

    /// <param name="now">What the form does not ask for stays as it is in these.</param>
    public static CaseRules Read(IFormCollection sent, CaseRules now)
    {
        var found = new List<Problem>();
        long Minutes(string field, double most = 100_000)
        {
            if (double.TryParse(sent[field], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours > 0 && hours <= most) return (long)Math.Round(hours * 60);
            found.Add(new(field, "Give the hours as a number over 0."));
            return 1;
        }
        int Whole(string field)
        {
            if (int.TryParse(sent[field], NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return value;
            found.Add(new(field, "Give a whole number."));
            return 1;
        }
        var targets = new List<ClockTarget>();
        for (var i = 0; i < MostRows && sent.ContainsKey($"row{i}.clock"); i++)
        {
            string At(string name) => sent[$"row{i}.{name}"].ToString();
            if (At("hours").Length == 0) continue;
            targets.Add(new()
            {
                Clock = Enum.TryParse<ClockKind>(At("clock"), out var clock) ? clock : ClockKind.Resolve, Minutes = Minutes($"row{i}.hours"), RoundTheClock = At("any") == "yes", Kind = One<CaseKind>(At("kind")), Severity = One<Severity>(At("severity")),
                Channel = One<CaseChannel>(At("channel")), Grade = At("grade") is { Length: > 0 } grade ? grade : null, Anger = int.TryParse(At("anger"), NumberStyles.None, CultureInfo.InvariantCulture, out var anger) && anger > 0 ? anger : null,
            });
        }
        var days = sent["followUpDays"].ToString().Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries);
        var rules = now with
        {
            Targets = targets, HandOverNeedsManager = Whole("handOverNeedsManager"), TaskMinutes = Minutes("taskMinutes"), WaitMinutes = Minutes("waitMinutes"), CallBackMinutes = Minutes("callBackMinutes"),
            FollowUpDays = [.. days.Select(d => int.TryParse(d, NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? day : 0)],
            MediaMinutes = Minutes("mediaMinutes"), CrisisTasks = Tasks(sent, Minutes),
            Families = Enum.GetValues<Cause>().Select(c => (Cause: c, Mix: One<MarketingMix>(sent[$"family.{c}"].ToString()))).Where(f => f.Mix is not null).ToDictionary(f => f.Cause, f => f.Mix!.Value),
            LowScore = sent["lowScore"].ToString() is { Length: > 0 } ? Whole("lowScore") : null,
        };
        return found.Count > 0 ? throw new Invalid(found) : rules;
    }

    /// <summary>A task without words is none.</summary>
    static List<CrisisTask> Tasks(IFormCollection sent, Func<string, double, long> minutes)
    {
        var tasks = new List<CrisisTask>();
        for (var i = 0; i < MostRows && sent.ContainsKey($"crisis{i}.hours"); i++)
        {
            var words = new Text(Languages.All.Select(l => (Tag: l.Tag(), Words: sent[$"crisis{i}.{l.Tag()}"].ToString().Trim())).Where(w => w.Words.Length > 0).ToDictionary(w => w.Tag, w => w.Words));
            if (!words.IsEmpty) tasks.Add(new(words, minutes($"crisis{i}.hours", 100_000), One<CrisisTo>(sent[$"crisis{i}.to"].ToString()) ?? CrisisTo.Unit));
        }
        return tasks;
    }

    /// <summary>Minutes as hours, as the form shows them.</summary>
    public static string Hours(long minutes) => (minutes / 60.0).ToString("0.##", CultureInfo.InvariantCulture);

    static T? One<T>(string sent) where T : struct, Enum => Enum.TryParse<T>(sent, out var value) && Enum.IsDefined(value) ? value : null;
}
