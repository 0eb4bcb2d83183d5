namespace Regard.Standards;

/// <summary>Puts the stages of a template behind those that are there, to be changed at will.</summary>
public sealed record AdoptJourney(JourneyTemplate Template) : Change<long>
{
    internal override Permission Needs => Permission.EditStandards;
    internal override string Subject => Template.ToString();

    internal override IEnumerable<Problem> Check()
    {
        if (!Enum.IsDefined(Template)) yield return new(nameof(Template), "There is no such template.");
    }

    internal override async Task<long> Run(Session s)
    {
        await AddStandard.Lock(s);
        var newest = await BlueprintStore.Newest(s);
        var stages = Template.Stages(s.Now).ToList();
        if (newest.Stages.Any(there => stages.Any(t => t.Names.Equals(there.Names)))) throw new Refused("The journey has these stages already.");
        return await new SaveBlueprint(newest.Number, [.. newest.Stages, .. stages]).Run(s);
    }
}
