using Regard.Surveys;
namespace Regard.Web.Surveys.Waves;

/// <summary>How states and channels are said.</summary>
static class WaveWords
{
    public static Words Said(this WaveState state) => Words.Of(state switch
    {
        WaveState.Planned => "Planned",
        WaveState.Open => "Open",
        WaveState.Closed => "Closed",
        _ => "Frozen",
    });

    public static string Tone(this WaveState state) => state switch
    {
        WaveState.Planned => "bg-azure-lt",
        WaveState.Open => "bg-green-lt",
        WaveState.Closed => "bg-orange-lt",
        _ => "bg-secondary-lt",
    };

    public static Words Said(this ResponseChannel channel) => Words.Of(channel switch
    {
        ResponseChannel.PersonalLink => "Personal links",
        ResponseChannel.OpenLink => "Open link",
        ResponseChannel.Program => "Programs",
        _ => "Files",
    });
}
