using Regard.Surveys;
namespace Regard.Measures;

delegate void RatedRow(CellKey key, ReadOnlySpan<byte> ratings, double weight);

/// <summary>Streams the packed ratings of a wave.</summary>
static class RatedRows
{
    /// <summary>Rows numbered over <paramref name="above"/> up to <paramref name="last"/>, in any order.</summary>
    public static Task Read(Session s, Id<Wave> wave, long above, long last, RatedRow each) => s.Dialect.Read(s.Transaction, """
        select unit_id, segment, weight, ratings from responses where wave_id = @wave and number > @above and number <= @last
        """, new Dictionary<string, object> { ["wave"] = wave.Value, ["above"] = above, ["last"] = last },
        row =>
        {
            var key = new CellKey(new(row.Guid(0)), row.Text(1));
            var weight = row.Double(2);
            each(key, row.Bytes(3), weight);
        });
}
