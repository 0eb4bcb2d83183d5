namespace Regard.Files;

/// <summary>A file on disk for as long as it is worked on.</summary>
public static class Scratch
{
    public static FileStream File() => new(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
}
