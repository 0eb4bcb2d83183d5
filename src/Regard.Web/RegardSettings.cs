using Regard.Storage;
namespace Regard.Web;

/// <summary>How one web node runs.</summary>
public sealed record RegardSettings
{
    public required Database Database { get; init; }
    public TimeProvider Clock { get; init; } = new ZonedClock(Ui.Tongue.Zone);
    /// <summary>Where to listen; port 0 takes any free one.</summary>
    public string Address { get; init; } = "http://127.0.0.1:5080";
    /// <summary>Whether this node does the timed work: folding, opening and closing waves.</summary>
    public bool RunsClock { get; init; } = true;
    /// <summary>The largest file taken for import, in bytes.</summary>
    public long LargestUpload { get; init; } = 1L << 30;
    public bool Quiet { get; init; }
}
