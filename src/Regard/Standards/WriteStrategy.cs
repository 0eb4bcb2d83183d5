using System.Text.Json;
namespace Regard.Standards;

/// <summary>Writes the statement anew; what was approved stays as it was, the new one waits for approval.</summary>
/// <param name="Number">The newest when it was read; 0 for the first.</param>
public sealed record WriteStrategy(long Number, Text Statement, StrategyTraits Traits) : Change<long>
{
    const int Longest = 4000;

    internal override Permission Needs => Permission.EditStandards;
    internal override string Subject => $"{Number + 1}";

    internal override IEnumerable<Problem> Check()
    {
        if (Statement.IsEmpty) yield return new(nameof(Statement), "Say how the company means to serve.");
        if (Statement.Values.Any(w => w.Length > Longest)) yield return new(nameof(Statement), "At most {0} characters.", Longest);
        foreach (var trait in StrategyTraits.All.Where(t => t.Of(Traits)?.Length > Longest)) yield return new(trait.Key, "At most {0} characters.", Longest);
    }

    internal override async Task<long> Run(Session s)
    {
        var number = await s.NextNumber("strategy");
        if (number != Number + 1)
        {
            var newest = await StrategyStore.Newest(s);
            throw Stale.SavedMeanwhile(newest.MadeBy, newest.MadeAt ?? s.Now);
        }
        await s.Write("insert into strategies (number, statement, traits, made_by, made_at) values (@number, @Statement, @traits, @Person, @Now)", new { number, Statement, traits = JsonSerializer.Serialize(Traits, JsonSerializerOptions.Web), s.Caller.Person, s.Now });
        return number;
    }
}
