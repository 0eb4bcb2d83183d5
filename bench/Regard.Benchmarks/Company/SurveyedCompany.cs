using Regard.Benchmarks.Databases;
using Regard.Indicators;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Benchmarks.Company;

/// <summary>A group with three regions of eight stores, a form of 24 ratings and a programme that asks it.</summary>
sealed class SurveyedCompany
{
    public const string Email = "administrator@example.com", Password = "benchmark sign-in";

    public required Store Store { get; init; }
    public required Id<Unit> Root { get; init; }
    public required Id<Person> Administrator { get; init; }
    public required IReadOnlyList<string> Stores { get; init; }
    public required Id<FormVersion> Form { get; init; }
    public required Id<IndicatorTree> Tree { get; init; }
    public required Id<Programme> Programme { get; init; }

    static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public static async Task<SurveyedCompany> In(Store store)
    {
        var founded = await store.Do(new FoundCompany("Group", "G", "Administrator", Email, Password, Language.English));
        var stores = new List<string>();
        foreach (var region in new[] { "N", "E", "S" })
        {
            var parent = await store.Do(new AddUnit(region, region, UnitKind.Region, founded.Root, Today));
            for (var i = 1; i <= 8; i++)
            {
                stores.Add($"{region}{i}");
                await store.Do(new AddUnit(stores[^1], stores[^1], UnitKind.Store, parent, Today));
            }
        }
        var tree = await store.Do(new AdoptRaterTree());
        var form = await store.Do(new ImportForm("Form", FormJson.Write(RatingForm.Document)));
        return new()
        {
            Store = store, Root = founded.Root, Administrator = founded.Administrator, Stores = stores, Tree = tree, Form = await store.Do(new PublishForm(form, 1)),
            Programme = await store.Do(new StartProgramme("Customers")),
        };
    }

    public async Task<Id<Wave>> OpenWave(string name = "Wave")
    {
        var wave = await Store.Do(new PlanWave(Programme, name, Form, Tree, Today, Today.AddDays(60)));
        await Store.Do(new OpenWave(wave));
        return wave;
    }

    /// <summary>An open wave with so many answers, with a comment in every eighth.</summary>
    public async Task<Id<Wave>> WaveWith(int responses, string name = "Wave")
    {
        var wave = await OpenWave(name);
        var file = Path.GetTempFileName();
        try
        {
            await ResponseFile.Write(file, responses, Stores, full: true);
            await using var stream = File.OpenRead(file);
            await Store.Do(new ImportResponses(wave, stream, "responses.csv"));
        }
        finally { File.Delete(file); }
        return wave;
    }

    /// <summary>The administrator's sign-in as the cookie holds it; may see all results.</summary>
    public async Task<string> SignIn()
    {
        await Store.Do(new GrantRole(Administrator, Role.Executive, Root));
        return (await Organisation.SignIn.With(Store.Office, Email, Password, "benchmark", Caller.Anyone(Language.English))).Token!;
    }
}
