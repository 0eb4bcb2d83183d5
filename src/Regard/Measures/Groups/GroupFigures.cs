using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Measures;

/// <summary>The numbers of a wave by groups of customers, for every unit with all below it.</summary>
sealed class GroupFigures
{
    readonly MeasuredWave wave;
    readonly UnitCells all;
    readonly UnitCells[] groups;

    GroupFigures(MeasuredWave wave, UnitCells all, UnitCells[] groups) => (this.wave, this.all, this.groups) = (wave, all, groups);

    /// <param name="each">Hears of every respondent whose group is known.</param>
    public static async Task<GroupFigures> Read(Session s, MeasuredWave wave, CustomerGroups by, Action<Id<Unit>, int, byte[]>? each = null)
    {
        var (every, fold) = (new CellFold(), Enumerable.Range(0, by.All.Count).Select(_ => new CellFold()).ToArray());
        await s.Dialect.Read(s.Transaction, $"select customer_id, unit_id, weight, ratings, segment{(by.ReadsAnswers ? ", answers" : "")} from responses where wave_id = @wave", new Dictionary<string, object> { ["wave"] = wave.Wave.Id.Value }, row =>
        {
            var (key, unit, weight, ratings) = (row.Guid(0), new Id<Unit>(row.Guid(1)), row.Double(2), row.Bytes(3).ToArray());
            var segment = row.Text(4);
            var group = by.Of(key, ratings, by.ReadsAnswers ? row.MaybeText(5) : null, segment);
            every.Add(new(unit, ""), ratings, weight);
            if (group < 0) return;
            fold[group].Add(new(unit, ""), ratings, weight);
            each?.Invoke(unit, group, ratings);
        });
        return new(wave, Cells(every), [.. fold.Select(Cells)]);

        UnitCells Cells(CellFold rows) => new(wave.Measures, wave.Units, rows.Cells());
    }

    /// <summary>A measure by unit and group; hidden where a small group shows or could be taken off from what does.</summary>
    public Func<Id<Unit>, int, Figure> Of(Measure measure)
    {
        var estimates = groups.Select(g => wave.Units.All.Where(u => g.Whole(u.Id) is not null).ToDictionary(u => u.Id, u => wave.Measures.Estimate(measure, g.Whole(u.Id)!))).ToArray();
        var slot = Thinnest(measure);
        var hidden = SmallGroups.Hidden(wave.Units, groups.Length, (unit, group) => N(groups[group].Whole(unit), slot), (unit, group) => N(groups[group].Own(unit), slot), unit => N(all.Whole(unit), slot), unit => N(all.Own(unit), slot), wave.Minimum);
        return (unit, group) =>
        {
            if (!estimates[group].TryGetValue(unit, out var estimate)) return Figure.Without(Withheld.Unmeasured);
            var figure = Figure.Of(estimate, wave.Minimum);
            return figure.Given && hidden.Contains((unit, group)) ? Figure.Without(Withheld.Protecting) : figure;
        };
    }

    /// <summary>The cell of a group; not to be shown unless one of its measures may be.</summary>
    public CellMeans? Cell(Id<Unit> unit, int group) => groups[group].Whole(unit);

    /// <summary>Of the ratings that a measure rests on the one that fewest answered: the answers to one rating add up over groups and units, those to the thinnest of each do not.</summary>
    int Thinnest(Measure measure) => wave.Measures.Parts(measure).Values.Select(p => p.Slot.Slot.Index).MinBy(slot => wave.Units.All.Sum(u => N(all.Own(u.Id), slot)));

    static long N(CellMeans? cell, int slot) => cell?.Moments.N(slot) ?? 0;
}
