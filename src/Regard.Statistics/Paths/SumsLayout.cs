namespace Regard.Statistics;

/// <summary>
/// Where the sums stand from which all covariances follow: the upper triangle, row by row, of weighted products of columns.
/// Complete answers: a column of ones and the items. Otherwise: a column of presence (1 or 0) an item, then the items, 0 where missing.
/// </summary>
/// <param name="Items">Number of items.</param>
/// <param name="Complete">No answer is missing.</param>
readonly record struct SumsLayout(int Items, bool Complete)
{
    public int Columns => Complete ? Items + 1 : 2 * Items;

    public int Length => Columns * (Columns + 1) / 2;

    /// <summary>Product of columns a and b stands at Row(a) + b, a at most b.</summary>
    public int Row(int a) => a * Columns - a * (a + 1) / 2;

    public int At(int a, int b) => a <= b ? Row(a) + b : Row(b) + a;

    /// <summary>The column of an item's values.</summary>
    public int Value(int item) => Complete ? item + 1 : Items + item;

    /// <summary>The column that is 1 where an item was answered.</summary>
    public int Present(int item) => Complete ? 0 : item;
}
