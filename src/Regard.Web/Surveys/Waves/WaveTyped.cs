using System.Globalization;
using Regard.Indicators;
using Regard.Surveys;
using Regard.Web.Ui;
namespace Regard.Web.Surveys.Waves;

/// <summary>A wave as typed into its form.</summary>
public sealed record WaveTyped
{
    public string? ProgrammeId { get; init; }
    public string? Name { get; init; }
    public string? FormVersionId { get; init; }
    public string? TreeId { get; init; }
    public string? OpensOn { get; init; }
    public string? ClosesOn { get; init; }
    public string? MinimumN { get; init; }

    internal static WaveTyped Of(Wave wave) => new()
    {
        ProgrammeId = wave.ProgrammeId.ToString(), Name = wave.Name, FormVersionId = wave.FormVersionId.ToString(), TreeId = wave.TreeId.ToString(),
        OpensOn = wave.OpensOn.Iso(), ClosesOn = wave.ClosesOn.Iso(), MinimumN = wave.MinimumN.ToString(CultureInfo.InvariantCulture),
    };

    internal PlanWave Plan() => new(IdOf<Programme>(ProgrammeId), Name ?? "", IdOf<FormVersion>(FormVersionId), IdOf<IndicatorTree>(TreeId), Day(nameof(OpensOn), OpensOn), Day(nameof(ClosesOn), ClosesOn), Minimum);
    internal ChangeWave Change(Id<Wave> id) => new(id, Name ?? "", IdOf<FormVersion>(FormVersionId), IdOf<IndicatorTree>(TreeId), Day(nameof(OpensOn), OpensOn), Day(nameof(ClosesOn), ClosesOn), Minimum ?? 0);

    long? Minimum => string.IsNullOrWhiteSpace(MinimumN) ? null : long.TryParse(MinimumN, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

    static DateOnly Day(string field, string? sent) => Forms.Day(sent) ?? throw new Invalid(field, "Choose a day.");
    static Id<T> IdOf<T>(string? sent) => Id<T>.TryParse(sent, null, out var id) ? id : default;
}

/// <summary>A programme as typed into its form.</summary>
public sealed record ProgrammeTyped
{
    public string? Name { get; init; }
    public Audience Audience { get; init; }
    public string? WavesPerYear { get; init; } = "2";
    public string? MinimumN { get; init; } = "10";
    public string? ShortBoards { get; init; } = "3";
    public string? PlanDays { get; init; } = "90";

    internal static ProgrammeTyped Of(Programme p) => new() { Name = p.Name, Audience = p.Audience, WavesPerYear = Said(p.WavesPerYear), MinimumN = Said(p.MinimumN), ShortBoards = Said(p.ShortBoards), PlanDays = Said(p.PlanDays) };
    internal StartProgramme Start() => new(Name ?? "", Number(WavesPerYear), Number(MinimumN), Number(ShortBoards), Number(PlanDays), Audience);
    internal ChangeProgramme Change(Id<Programme> id) => new(id, Name ?? "", Number(WavesPerYear), Number(MinimumN), Number(ShortBoards), Number(PlanDays));

    static string Said(long n) => n.ToString(CultureInfo.InvariantCulture);
    static long Number(string? sent) => long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
}
