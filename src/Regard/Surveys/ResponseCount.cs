using System.Text;
using Dapper;
using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>Counts responses by unit, channel and day while they come in.</summary>
static class ResponseCount
{
    public static Task Add(Session s, IEnumerable<(Id<Wave> Wave, Id<Unit> Unit, ResponseChannel Channel)> responses) =>
        Add(s, responses.CountBy(r => r));

    /// <summary>A few hundred at most: units times channels.</summary>
    public static async Task Add(Session s, IEnumerable<KeyValuePair<(Id<Wave> Wave, Id<Unit> Unit, ResponseChannel Channel), int>> counts)
    {
        foreach (var some in counts.OrderBy(c => c.Key.Wave.Value).ThenBy(c => c.Key.Unit.Value).Chunk(100))
        {
            var values = new DynamicParameters(new { s.Today });
            var rows = new StringBuilder();
            foreach (var (i, (key, n)) in some.Index())
            {
                rows.Append(i == 0 ? "" : ", ").Append($"(@w{i}, @u{i}, @c{i}, @Today, @n{i})");
                values.Add($"w{i}", key.Wave);
                values.Add($"u{i}", key.Unit);
                values.Add($"c{i}", key.Channel.ToString());
                values.Add($"n{i}", (long)n);
            }
            await s.Write($"""
                insert into response_counts (wave_id, unit_id, channel, day, responses) values {rows}
                on conflict (wave_id, unit_id, channel, day) do update set responses = response_counts.responses + excluded.responses
                """, values);
        }
    }
}
