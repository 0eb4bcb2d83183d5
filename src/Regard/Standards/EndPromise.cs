namespace Regard.Standards;

/// <summary>Promises it no more after a day.</summary>
public sealed record EndPromise(long Number, DateOnly LastDay) : Change<Done>
{
    internal override Permission Needs => Permission.EditStandards;
    internal override string Subject => $"{Number} {LastDay:yyyy-MM-dd}";

    internal override async Task<Done> Run(Session s)
    {
        var promise = await PromiseStore.ByNumber(s, Number);
        if (LastDay < promise.FromDay) throw new Invalid(nameof(LastDay), "The last day cannot lie before the first.");
        await s.Write("update promises set until_day = @LastDay where id = @Id", new { promise.Id, LastDay });
        return default;
    }
}
