using Regard.Organisation;
namespace Regard.Standards;

/// <summary>Notes what an encounter showed; what the same source showed before is replaced. Showing nothing takes it away.</summary>
sealed record PutEncounter(DeliverySource Source, Id<Encounter> SourceId, Id<Unit> UnitId, DateOnly Day, IReadOnlyList<Delivery> Delivered) : Change<Done>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<Done> Run(Session s)
    {
        await s.Write("delete from deliveries where source_id = @SourceId", new { SourceId });
        if (Delivered.Count > 0)
            await s.Write("insert into deliveries (source_id, source, unit_id, day, levels) values (@SourceId, @source, @UnitId, @Day, @levels)",
                new { SourceId, source = Source.ToString(), UnitId, Day, levels = Encounter.Pack(Delivered) });
        return default;
    }
}
