using System.Text;
using Regard.Files;
using Regard.Indicators;
using Regard.Surveys;
using Regard.Tests.Organisation;
namespace Regard.Tests.Surveys;

/// <summary>A company with a small form of every kind of item and a wave that asks it.</summary>
public sealed class GivenWave
{
    public required Company Company { get; init; }
    public required Id<Programme> Programme { get; init; }
    public required Id<Wave> Wave { get; init; }
    public required Id<FormVersion> Version { get; init; }
    public required Id<IndicatorTree> Tree { get; init; }
    public TestOffice Test => Company.Test;

    /// <summary>Two pages: ratings r1_E r1_P r2_E r2_P of 1 to 10 and nps; then visit (a segment), why (multiple), comment and years. Nothing but the battery is required.</summary>
    public static FormDocument Form { get; } = new()
    {
        Title = Text.Of("Your visit", "您的光临", "您的光臨"), Languages = ["zh-Hans", "zh-Hant", "en"],
        Pages =
        [
            new() { Items =
            [
                new BatteryItem
                {
                    Key = "battery", Title = Same("Expected and perceived"), Required = true, NotApplicable = true, Parts = [Part.Expected, Part.Perceived], Scale = new() { From = 1, To = 10 },
                    Rows = [new() { Key = "r1", Title = Same("On time"), Indicator = "REL1" }, new() { Key = "r2", Title = Same("Friendly"), Indicator = "REL2" }],
                },
                new NpsItem { Key = "nps", Title = Same("Recommend") },
            ] },
            new() { Items =
            [
                new SingleItem { Key = "visit", Title = Same("Visit"), Segment = true, Options = [new() { Key = "sales", Title = Text.Of("Sales", "销售", "銷售") }, new() { Key = "service", Title = Text.Of("Service", "售后", "售後") }] },
                new MultipleItem { Key = "why", Title = Same("Why"), Options = [new() { Key = "price", Title = Same("Price") }, new() { Key = "place", Title = Same("Place") }] },
                new TextItem { Key = "comment", Title = Same("Comment"), Long = true, MaxLength = 500 },
                new NumberItem { Key = "years", Title = Same("Years"), Min = 0, Max = 80 },
            ] },
        ],
    };

    static Text Same(string text) => Text.Of(text, text, text);

    public static Answers Answers(int perceived = 8) => new()
    {
        ["r1_E"] = Answer.Of(9), ["r1_P"] = Answer.Of(perceived), ["r2_E"] = Answer.Of(7), ["r2_P"] = Answer.NotApplicable,
        ["nps"] = Answer.Of(10), ["visit"] = Answer.Of("service"), ["comment"] = Answer.Of("等了两小时"),
    };

    public static async Task<GivenWave> Planned(TestOffice t)
    {
        var company = await Company.In(t);
        var tree = await t.Do(new AdoptRaterTree());
        var version = await GivenForm.Of(t, Form);
        var programme = await t.Do(new StartProgramme("Half-yearly", MinimumN: 10));
        var wave = await t.Do(new PlanWave(programme, "Spring", version, tree, new(2031, 5, 1), new(2031, 5, 31)));
        return new() { Company = company, Programme = programme, Wave = wave, Version = version, Tree = tree };
    }

    public static async Task<GivenWave> Open(TestOffice t)
    {
        var given = await Planned(t);
        await t.Do(new OpenWave(given.Wave));
        return given;
    }

    public SubmitResponse Response(string unit = "N1", int perceived = 8, Guid? key = null) => new(Wave, key ?? Guid.NewGuid(), unit) { Answers = Answers(perceived) };

    public Task<WaveShown> Shown() => Test.Do(new ShowWave(Wave));

    public static Stream Csv(string text, Encoding? encoding = null) => new MemoryStream((encoding ?? new UTF8Encoding(false)).GetBytes(text));

    public Task<Import> Import(string csv, RowMode mode = RowMode.AllOrNothing, Encoding? encoding = null) => Test.Do(new ImportResponses(Wave, Csv(csv, encoding), "answers.csv", mode));

    /// <summary>The personal links of these customers of store N1.</summary>
    public async Task<IReadOnlyList<InvitationLink>> Invite(params string[] customers)
    {
        await Test.Do(new UploadContacts(Wave, Csv("external_id,name,email,language,unit,segment\n" + string.Concat(customers.Select(c => $"{c},Name of {c},{c}@example.com,zh-Hans,N1,gold\n"))), "contacts.csv"));
        return await Test.Do(new MakeInvitations(Wave));
    }
}
