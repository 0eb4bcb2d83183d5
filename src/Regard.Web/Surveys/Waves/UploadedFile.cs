using Regard.Files;
using Regard.Surveys;
namespace Regard.Web.Surveys.Waves;

/// <summary>A file sent by a form or as the body of a request, on disk while it is worked on, so that a slow line holds up nobody's transaction.</summary>
static class UploadedFile
{
    public static async Task<(Stream File, string Name)> FromForm(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (form.Files.GetFile("file") is not { } file || file.FileName.Length == 0) throw new Invalid("File", "Choose a file.");
        return (file.OpenReadStream(), Path.GetFileName(file.FileName));
    }

    public static async Task<Stream> FromBody(HttpRequest request, long largest)
    {
        var kept = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            var buffer = new byte[1 << 16];
            while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is > 0 and var read)
            {
                await kept.WriteAsync(buffer.AsMemory(0, read), request.HttpContext.RequestAborted);
                if (kept.Length > largest) throw new Invalid("File", "The file is too large: {0} MB at most. Split it, and send the parts one after the other.", largest >> 20);
            }
            kept.Position = 0;
            return kept;
        }
        catch
        {
            await kept.DisposeAsync();
            throw;
        }
    }

    public static RowMode Mode(string? sent) => Enum.TryParse<RowMode>(sent, out var mode) && Enum.IsDefined(mode) ? mode : RowMode.AllOrNothing;
}
