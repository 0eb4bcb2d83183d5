using Regard.Measures;
using Regard.Organisation;
namespace Regard.Improvement;

/// <summary>A weak indicator of a unit.</summary>
/// <param name="Lost">Points of the index that the shortfall to 100 costs, by the importance of the indicator.</param>
sealed record ShortBoard(Id<Unit> Unit, string Code, Measure Measure, Figure Score, double Lost);

/// <summary>A unit's weakest indicators: where most of the index is lost. Pure.</summary>
static class ShortBoards
{
    /// <summary>Shortfall to 100 times importance: as customers stated it where the unit has it for all indicators, else the weight in the tree.</summary>
    public static IReadOnlyList<ShortBoard> Of(WaveMeasures measures, WaveFigures figures, Id<Unit> unit, int howMany)
    {
        var boards = measures.Boards.Select(node => (Node: node, Score: figures[unit, measures.Of(node)], Stated: figures[unit, measures.Of(node, Aspect.Importance)])).Where(b => b.Score.Given).ToList();
        var stated = boards.Count > 0 && boards.All(b => b.Stated.Value > 0);
        var total = stated ? boards.Sum(b => b.Stated.Value!.Value) : 1;
        return [.. boards
            .Select(b => new ShortBoard(unit, b.Node.Code, measures.Of(b.Node), b.Score, (100 - b.Score.Value!.Value) * (stated ? b.Stated.Value!.Value / total : measures.ShareOfIndex(b.Node))))
            .OrderByDescending(b => b.Lost).ThenBy(b => b.Code, StringComparer.Ordinal).Take(howMany)];
    }
}
