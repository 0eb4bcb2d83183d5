using System.Globalization;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Cases;

/// <summary>Looks through the new answers to a wave for low ones, each once; tells how many there were. Answers from before the rule held are left alone.</summary>
public sealed record NoteLowScores(Id<Wave> WaveId) : Change<int>
{
    /// <summary>Since when answers are watched without a break, in milliseconds of Unix time.</summary>
    const string Since = "low-scores-since";

    internal override Permission Needs => Permission.RunInstallation;
    internal override bool Audited => false;

    internal override async Task<int> Run(Session s)
    {
        await s.NextNumber("low-scores", 0);
        var (_, rules) = await CaseStore.RulesNow(s);
        if (rules.LowScore is not { } most)
        {
            await s.Write("delete from settings where name = @Since", new { Since });
            return 0;
        }
        var since = await Watched(s);
        var mark = await s.Value<long?>("select number from low_score_marks where wave_id = @WaveId", new { WaveId }) ?? 0;
        var read = await new ReadLowAnswers(WaveId, mark, most).Run(s);
        if (read.Last == mark) return 0;
        var tree = await UnitStore.Tree(s, s.Today);
        foreach (var low in read.Low.Where(l => l.SubmittedAt >= since && tree.Find(l.UnitId) is { Kind: not UnitKind.Competitor }))
            await s.Write("""
                insert into low_scores (customer_id, response_id, wave_id, unit_id, score, found_at, tried_at) values (@CustomerId, @Id, @WaveId, @UnitId, @Score, @Now, @Now)
                on conflict (customer_id, response_id) do nothing
                """, new { low.CustomerId, low.Id, WaveId, low.UnitId, low.Score, s.Now });
        await s.Write("insert into low_score_marks (wave_id, number) values (@WaveId, @Last) on conflict (wave_id) do update set number = @Last", new { WaveId, read.Last });
        return (int)(read.Last - mark);
    }

    static async Task<DateTimeOffset> Watched(Session s)
    {
        if (await s.Maybe<string>("select value from settings where name = @Since", new { Since }) is { } kept) return DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(kept, CultureInfo.InvariantCulture));
        await s.Write("insert into settings (name, value) values (@Since, @now)", new { Since, now = s.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) });
        return s.Now;
    }
}
