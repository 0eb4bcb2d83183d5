namespace Regard.Files;

/// <summary>Writes a kept file out again, for the person who sent it.</summary>
public sealed record FetchUpload(Id<Upload> Id, Stream To) : Question<Upload>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<Upload> Run(Session s)
    {
        var upload = await s.One<Upload>("select id, file_name from uploads where id = @Id and made_by is not distinct from @Person", new { Id, s.Caller.Person }, Words.Of("This file is no longer here. Please send it once more."));
        for (var number = 0L; await s.Maybe<byte[]>("select bytes from upload_parts where upload_id = @Id and number = @number", new { Id, number }) is { } part; number++) await To.WriteAsync(part);
        return upload;
    }
}
