using System.Buffers.Text;
using System.Security.Cryptography;
using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>A link that anyone may answer by, for a poster or a receipt. Asking again makes a new one; the old one leads nowhere then.</summary>
/// <param name="UnitId">All answers are about this unit; when left out, the link's address names the unit or the respondent is asked.</param>
public sealed record OpenWaveLink(Id<Wave> Id, Id<Unit>? UnitId = null) : Change<string>
{
    internal override Permission Needs => Permission.DoFieldwork;
    internal override string? Subject => Id.ToString();

    internal override async Task<string> Run(Session s)
    {
        var wave = await s.Wave(Id);
        if (wave.ClosedAt is not null) throw new Refused("This wave is closed already.");
        var tree = await UnitStore.Tree(s, wave.TreeDay);
        var care = tree.InCare(s.Caller, Permission.DoFieldwork);
        if (UnitId is { } unit && !care.Contains(unit)) throw new NotFound("There is no such unit.");
        if (UnitId is null && !tree.Roots.All(r => care.Contains(r.Id)))
            throw new Refused(Words.Of("Waves are run for the whole company; your role covers a part of it only."), forbidden: true);
        var link = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        await s.Write("update waves set open_link = @link, open_unit_id = @UnitId where id = @Id", new { Id, link, UnitId });
        return link;
    }
}
