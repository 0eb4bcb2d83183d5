using Regard.Surveys;
namespace Regard.Visits;

/// <summary>The form by which somebody visits; only forms that look at what was delivered.</summary>
public sealed record ShowVisitForm(Id<FormVersion> Id) : Question<FormVersion>
{
    internal override Permission Needs => Permission.DoVisits;

    internal override async Task<FormVersion> Run(Session s)
    {
        var version = await new ShowFormVersion(Id).Run(s);
        return version.Slots.Any(x => x.Part == Part.Delivered) ? version : throw new NotFound("There is no such form for visits.");
    }
}
