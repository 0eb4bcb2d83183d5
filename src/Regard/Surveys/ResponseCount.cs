using System.Text;
using Dapper;
using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>Counts responses by unit, channel and day while they come in.</summary>
static class ResponseCount
{
    /// <summary>A few hundred at most: units times channels.</summary>
    public static async Task Add(Session s, IEnumerable<KeyValuePair<(Id<Wave> Wave, Id<Unit> Unit, ResponseChannel Channel), int>> counts)
    {
        foreach (var some in counts.Chunk(100))
        {
            var values = new DynamicParameters();
            await s.Write(Statement(s, some, values), values);
        }
    }

    /// <summary>The statement, for who writes more with it in one round trip; its values are added to the others.</summary>
    public static string Statement(Session s, IEnumerable<KeyValuePair<(Id<Wave> Wave, Id<Unit> Unit, ResponseChannel Channel), int>> counts, DynamicParameters values)
    {
        var rows = new StringBuilder();
        values.Add("today", s.Today);
        foreach (var (i, (key, n)) in counts.OrderBy(c => c.Key.Wave.Value).ThenBy(c => c.Key.Unit.Value).Index())
        {
            rows.Append(i == 0 ? "" : ", ").Append($"(@w{i}, @u{i}, @h{i}, @today, @n{i})");
            values.Add($"w{i}", key.Wave);
            values.Add($"u{i}", key.Unit);
            values.Add($"h{i}", key.Channel.ToString());
            values.Add($"n{i}", (long)n);
        }
        return $"""
            insert into response_counts (wave_id, unit_id, channel, day, responses) values {rows}
            on conflict (wave_id, unit_id, channel, day) do update set responses = response_counts.responses + excluded.responses
            """;
    }
}
