using Regard.Surveys;
namespace Regard.Demo;

/// <summary>What the demo's respondents tell beside the service, by a model that is written down: who had a problem and told it, how they are tied to the company, what they spend with it.</summary>
/// <remarks>All chances are in log odds. "Pleased" is how far the service was felt above or below what is usual at the store, in points of a scale from 1 to 7.</remarks>
public static class DemoAside
{
    public const string Severity = "severity", Age = "age", Switching = "switching", Fair = "fair_prices", Image = "image", Share = "share_of_wallet", First = "first_choice";
    public const string Young = "under35", Middle = "to55", Old = "over55";

    /// <summary>Had a problem: at the usual, and for a point more pleased.</summary>
    public const double Problem = -1.1, ProblemPerPoint = -0.7;
    /// <summary>Told it: under 55 and not grave at all; times so much in odds for ten points of 100 more severe, and for the young.</summary>
    public const double Tells = -2.6, SeverityOdds = 1.3, YoungOdds = 1.9;
    /// <summary>Share of wallet, per cent: at the usual in the first wave, by a wave, by a point more pleased; it scatters by so much.</summary>
    public const double ShareAtFirst = 46, ShareByWave = 1.6, SharePerPoint = 7, ShareSpread = 14;
    /// <summary>On paper these questions are skipped more often than others.</summary>
    const double Skipped = 0.1;

    public static IReadOnlyList<string> Columns { get; } = [ProblemKey, ToldKey, Severity, Age, Switching, Fair, Image, Share, First];
    const string ProblemKey = "had_problem", ToldKey = "told_us";

    /// <summary>The page at the end of the form.</summary>
    internal static Page Page { get; } = new()
    {
        Title = Text.Of("A few last questions", "最后几个问题", "最後幾個問題"),
        Items =
        [
            YesNo(ProblemKey, Trait.HadProblem, Text.Of("Was there a problem with our service within the last months?", "最近几个月，我们的服务有没有出过问题？", "最近幾個月，我們的服務有沒有出過問題？")),
            YesNo(ToldKey, Trait.ToldUs, Text.Of("Did you tell us?", "您告诉过我们吗？", "您告訴過我們嗎？")) with { ShowIf = WithProblem },
            Rating(Severity, Trait.Severity, 0, 10, Text.Of("How grave was it?", "问题有多严重？", "問題有多嚴重？"), Text.Of("Not at all", "完全不严重", "完全不嚴重"), Text.Of("Extremely", "极其严重", "極其嚴重")) with { ShowIf = WithProblem },
            Rating(Switching, Trait.SwitchingCost, 1, 7, Text.Of("How hard would it be for you to go elsewhere?", "换一家对您来说有多麻烦？", "換一家對您來說有多麻煩？"), Text.Of("Not hard at all", "毫不麻烦", "毫不麻煩"), Text.Of("Very hard", "非常麻烦", "非常麻煩")),
            Rating(Fair, Trait.PricePerception, 1, 7, Text.Of("How fair are our prices?", "我们的价格有多公道？", "我們的價格有多公道？"), Text.Of("Not fair at all", "很不公道", "很不公道"), Text.Of("Very fair", "非常公道", "非常公道")),
            Rating(Image, Trait.Image, 1, 7, Text.Of("What do you think of our name?", "您觉得我们的口碑如何？", "您覺得我們的口碑如何？"), Text.Of("Very bad", "很差", "很差"), Text.Of("Very good", "很好", "很好")),
            new NumberItem { Key = Share, Tells = Trait.ShareOfWallet, Min = 0, Max = 100, Title = Text.Of("Of all that you spend on your cars, how many per cent go to us?", "您在汽车上的全部花费中，有百分之多少花在我们这里？", "您在汽車上的全部花費中，有百分之多少花在我們這裡？") },
            YesNo(First, Trait.FirstChoice, Text.Of("Are we your first choice?", "我们是您的首选吗？", "我們是您的首選嗎？")),
            new SingleItem
            {
                Key = Age, Tells = Trait.Circumstances, Title = Text.Of("How old are you?", "您的年龄？", "您的年齡？"),
                Options = [new() { Key = Young, Title = Text.Of("Under 35", "35 岁以下", "35 歲以下") }, new() { Key = Middle, Title = Text.Of("35 to 55", "35 至 55 岁", "35 至 55 歲") }, new() { Key = Old, Title = Text.Of("Over 55", "55 岁以上", "55 歲以上") }],
            },
        ],
    };

    static ShowIf WithProblem => new() { All = [new() { Item = ProblemKey, Op = Test.Is, Value = Answer.Of(Traits.Yes) }] };

    static SingleItem YesNo(string key, Trait tells, Text title) => new() { Key = key, Tells = tells, Title = title, Options = [new() { Key = Traits.Yes, Title = Text.Of("Yes", "是", "是") }, new() { Key = "no", Title = Text.Of("No", "否", "否") }] };

    static RatingItem Rating(string key, Trait tells, int from, int to, Text title, Text low, Text high) => new() { Key = key, Tells = tells, Part = Part.Other, Title = title, Scale = new() { From = from, To = to, Low = low, High = high } };

    /// <summary>One respondent's answers.</summary>
    internal static Answers Draw(Random chance, double pleased, int wave)
    {
        var said = new Answers();
        var age = chance.NextDouble() is var u && u < 0.25 ? Young : u < 0.75 ? Middle : Old;
        said[Age] = Answer.Of(age);
        var had = Happens(chance, Problem + ProblemPerPoint * pleased);
        said[ProblemKey] = Answer.Of(had ? Traits.Yes : "no");
        var severity = Math.Clamp((int)Math.Round(5 + 2.5 * Normal(chance)), 0, 10);
        var told = Happens(chance, Tells + Math.Log(SeverityOdds) * severity + (age == Young ? Math.Log(YoungOdds) : 0));
        if (had) (said[Severity], said[ToldKey]) = (Answer.Of(severity), Answer.Of(told ? Traits.Yes : "no"));
        said[Switching] = Answer.Of(OneToSeven(4 + 1.4 * Normal(chance)));
        said[Fair] = Answer.Of(OneToSeven(4.3 + 0.4 * pleased + 1.2 * Normal(chance)));
        said[Image] = Answer.Of(OneToSeven(4.8 + 0.7 * pleased + 1.0 * Normal(chance)));
        var share = Math.Clamp(Math.Round(ShareAtFirst + ShareByWave * wave + SharePerPoint * pleased + ShareSpread * Normal(chance)), 0, 100);
        said[Share] = Answer.Of((decimal)share);
        said[First] = Answer.Of(Happens(chance, (share - 50) / 12) ? Traits.Yes : "no");
        foreach (var key in new[] { Age, Switching, Fair, Image, Share, First }) if (chance.NextDouble() < Skipped) said.Remove(key);
        return said;
    }

    static bool Happens(Random chance, double logOdds) => chance.NextDouble() < 1 / (1 + Math.Exp(-logOdds));
    static int OneToSeven(double x) => Math.Clamp((int)Math.Round(x), 1, 7);
    static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
