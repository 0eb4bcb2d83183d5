using Microsoft.AspNetCore.Mvc;
using Regard.Files;
using Regard.Organisation;
using Regard.Web.Surveys.Waves;
using Regard.Web.Ui;
namespace Regard.Web.Organisation.Certificates;

static class CertificateRoutes
{
    public static void MapCertificates(this WebApplication app)
    {
        var pages = app.MapGroup("/people/certificates").ExcludeFromDescription();
        pages.MapGet("", (string? unit, Office office, Caller me) => Show(unit, [], office, me));
        pages.MapPost("", ([FromForm] Id<Person> person, [FromForm] string? name, [FromForm] string? until, [FromForm] string? unit, Office office, Caller me) => Change(unit, () => office.Do(new NoteCertificate(person, name ?? "", Forms.Day(until)), me), office, me));
        pages.MapPost("/drop", ([FromForm] Id<Person> person, [FromForm] string? name, [FromForm] string? unit, Office office, Caller me) => Change(unit, () => office.Do(new DropCertificate(person, name ?? ""), me), office, me));
        pages.MapPost("/import", (HttpRequest request, Office office, Caller me) => Forms.Try(
            async () =>
            {
                var (file, name) = await UploadedFile.FromForm(request);
                var mode = UploadedFile.Mode((await request.ReadFormAsync())["mode"]);
                await using (file) return TypedResults.LocalRedirect($"/people/certificates/import/{(await office.Do(new ImportCertificates(file, name, mode), me)).Id}");
            },
            found => Show(null, found, office, me)));
        pages.MapGet("/import/{id}", async (Id<Import> id, Office office, Caller me) => Forms.Page<CertificateImportPage>(new { Import = await office.Do(new ShowCertificateImport(id), me) }));

        var api = app.MapGroup("/api/certificates").WithTags("People");
        api.MapGet("", (Id<Unit>? unit, Office office, Caller me) => office.Do(new ShowCertificates(unit), me));
        api.MapGet("/count", (Id<Unit> unit, Office office, Caller me) => office.Do(new CountCertified(unit), me));
        api.MapPut("", (NoteCertificate sent, Office office, Caller me) => office.Do(sent, me));
    }

    static Task<IResult> Change(string? unit, Func<Task> change, Office office, Caller me) => Forms.Try(
        async () => { await change(); return TypedResults.LocalRedirect($"/people/certificates?unit={unit}"); },
        found => Show(unit, found, office, me));

    static async Task<IResult> Show(string? unit, IReadOnlyList<Problem> found, Office office, Caller me) =>
        Forms.Page<CertificatesPage>(new { Register = await office.Do(new ShowCertificates(Id<Unit>.TryParse(unit, null, out var id) ? id : null), me), Found = found }, found);
}
