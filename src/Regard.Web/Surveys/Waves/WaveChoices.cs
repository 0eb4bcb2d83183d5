using Regard.Indicators;
using Regard.Surveys;
namespace Regard.Web.Surveys.Waves;

/// <summary>What a wave can be planned with.</summary>
public sealed record WaveChoices(IReadOnlyList<ProgrammeListed> Programmes, IReadOnlyList<FormListed> Forms, IReadOnlyList<IndicatorTree> Trees)
{
    internal static async Task<WaveChoices> Ask(Office office, Caller me) =>
        new(await office.Do(new ListProgrammes(), me), await office.Do(new ListForms(), me), await office.Do(new ListIndicatorTrees(), me));
}
