using Regard.Surveys;
namespace Regard.Measures;

/// <summary>How far the rows of a wave have been folded. Taking it locks it: of two nodes one waits, and then sees the other's mark.</summary>
static class FoldMark
{
    public static async Task<long> Take(Session s, Id<Wave> wave)
    {
        await s.Write("insert into folds (wave_id, number, folded_at) values (@wave, 0, @Now) on conflict (wave_id) do nothing", new { wave, s.Now });
        return await s.Value<long>("update folds set folded_at = @Now where wave_id = @wave returning number", new { wave, s.Now });
    }

    public static Task Set(Session s, Id<Wave> wave, long number) =>
        s.Write("update folds set number = @number, folded_at = @Now where wave_id = @wave", new { wave, number, s.Now });

    public static async Task<long> LastRow(Session s, Id<Wave> wave) =>
        await s.Value<long?>("select max(number) from responses where wave_id = @wave", new { wave }) ?? 0;
}
