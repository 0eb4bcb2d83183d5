using Regard.Care;
using Regard.Cases;
using Regard.Demo;
using Regard.Listening;
using Regard.Measures;
using Regard.Storage;
namespace Regard.Tests.Demo;

/// <summary>The demo's complaints show from the outside what was written down of them.</summary>
public class DemoCasesTests(Demos demos)
{
    [Theory, EachDatabase]
    public async Task Complaints_are_answered_and_made_good_as_their_truth_says(Engine on)
    {
        var (t, demo) = await demos.Small(on);

        var complaints = await All(t, new() { Kind = CaseKind.Complaint, IncludeClosed = true });
        Assert.InRange(complaints.Count, 60, 300);
        Assert.All(complaints, c => Assert.False(string.IsNullOrEmpty(c.OwnerName)));
        // The recall: its cases are fresh, and some of them are open still.
        Assert.InRange(complaints.Count(c => c.CreatedAt > t.Clock.Now.AddDays(-DemoCaseModel.RushDays - 2)), DemoCaseModel.Rush * 2 / 3, DemoCaseModel.Rush + 20);
        Assert.InRange(complaints.Count(c => c.ClosedAt is null), 5, DemoCaseModel.Rush + 20);

        var wholes = new List<CaseWhole>();
        foreach (var c in complaints) wholes.Add(await t.Do(new ShowCase(c.Number)));
        double Missed(bool slow) => wholes.Where(w => IsSlow(demo, w) == slow).Average(w => w.Clocks.Any(k => k is { Kind: ClockKind.Acknowledge, Outcome: ClockOutcome.Missed }) ? 1 : 0);
        Assert.True(Missed(true) > Missed(false) + 0.2, "The slow stores let customers wait for the first word.");
        var accepted = wholes.Where(w => w.Closures.Any(k => k.Reason == CloseReason.AcceptedByCustomer)).ToList();
        Assert.InRange(accepted.Count, complaints.Count / 4, complaints.Count * 3 / 4);
        Assert.All(accepted, w => Assert.True(w.HasDone(RecoveryStep.Apologise) && w.HasDone(RecoveryStep.Solve)));

        var given = await t.Do(new ExportGestures(new(2024, 11, 22), new(2026, 11, 22)));
        Assert.NotEmpty(given);
        Assert.All(given.Where(g => g.WasAtOnce), g => Assert.True(g.Amount <= g.LimitThen));
        Assert.All(given.Where(g => !g.WasAtOnce), g => Assert.NotNull(g.JudgedByName));

        // What was heard face to face, and the seven P of both.
        var log = await t.Do(new ListFieldNotes());
        Assert.Equal(12, log.Total);
        Assert.Contains(log.Named, n => n is { Code: "ASS1", Good: >= 5, BadShare.Given: true });
        var mix = await t.Do(new ShowMarketingMix());
        Assert.All(mix.Complaints.Rows.Where(r => r.Mix is not MarketingMix.PhysicalEvidence), r => Assert.True(r.N > 0, $"{r.Mix}"));
        var swot = await t.Do(new ShowSwot(demo.WaveIds[^1]));
        Assert.Equal([SwotSide.Opportunity, SwotSide.Threat], swot.Sides.Where(p => p.Notes.Count > 0).Select(p => p.Side));
    }

    static bool IsSlow(DemoCompany demo, CaseWhole w) => DemoCaseModel.SlowStores.Any(i => demo.Stores[i].Id == w.Case.UnitId);

    static async Task<List<CaseRow>> All(TestOffice t, CaseFilter filter)
    {
        var (rows, next) = (new List<CaseRow>(), (string?)null);
        do
        {
            var page = await t.Do(new ListCases(filter, CaseSort.Oldest, next, 500));
            rows.AddRange(page.Rows);
            next = page.Next;
        }
        while (next is not null);
        return rows;
    }
}
