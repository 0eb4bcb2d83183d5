namespace Regard.Surveys;

/// <summary>The form of a wave as it is answered. Once the wave is open it never changes.</summary>
public sealed record AnsweringForm
{
    public required Wave Wave { get; init; }
    public required FormVersion Version { get; init; }

    /// <summary>Packs the answers; Invalid when something is wrong with them.</summary>
    internal PackedAnswers Pack(Answers answers)
    {
        var problems = AnswerRules.Problems(Version.Document, answers);
        return problems.Count == 0 ? PackedAnswers.Pack(Version.Document, answers) : throw new Invalid(problems);
    }
}

/// <summary>The form that a wave asks, for those who send answers in.</summary>
public sealed record ShowAnsweringForm(Id<Wave> WaveId) : Question<AnsweringForm>
{
    internal override Permission Needs => Permission.DoFieldwork;
    internal override Task<AnsweringForm> Run(Session s) => Of(s, WaveId);

    internal static async Task<AnsweringForm> Of(Session s, Id<Wave> id)
    {
        var wave = await s.Wave(id);
        return new() { Wave = wave, Version = await FormStore.Version(s, wave.FormVersionId) };
    }
}
