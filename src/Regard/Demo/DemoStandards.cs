using Regard.Standards;
namespace Regard.Demo;

/// <summary>What the demo company demands of its service: the level of each indicator, with two that nothing is demanded of and two where the company's view and its customers' differ.</summary>
public static class DemoStandards
{
    public static IReadOnlyList<string> Uncovered { get; } = ["EMP2", "TAN4"];

    /// <summary>Where inside and outside demand different things; of the first it was decided which holds.</summary>
    public static IReadOnlyList<string> Conflicts { get; } = ["RES1", "EMP1"];

    /// <summary>The level demanded, 0 to 100, by indicator: the mean over its standards. It lies far under what customers expect in <see cref="Low"/>.</summary>
    public static IReadOnlyDictionary<string, double> Demanded { get; } = All.SelectMany(s => s.Indicators.Select(i => (Code: i, Level: s.Kind == StandardKind.Graded ? s.Demanded : 100)))
        .GroupBy(d => d.Code).ToDictionary(g => g.Key, g => g.Average(d => d.Level));

    /// <summary>Indicators of which the standards demand too little.</summary>
    public static IReadOnlyList<string> Low { get; } = ["EMP3", "RES2"];

    /// <param name="Step">Of the nine steps of the reception, from 1; 0 for none.</param>
    /// <param name="Department">Place in <see cref="DemoServicePlan.Departments"/>.</param>
    internal sealed record Line(string Code, string[] Indicators, StandardKind Kind, StandardOrigin Origin, int Step, int Department, Text Names, Text Says)
    {
        public double Demanded { get; init; } = 100;
        public double Minimum { get; init; } = 100;
        public double? Limit { get; init; }
        public string? Unit { get; init; }
        public double? Tolerance { get; init; }
        public IReadOnlyList<GradeLevel> Grades { get; init; } = [];

        public StandardTerms Terms => new()
        {
            Names = Names, Says = Says, Indicators = Indicators, Kind = Kind, Demanded = Demanded, Minimum = Minimum, Limit = Limit, UnitOfMeasure = Unit, CustomerFacing = Tolerance is null, Tolerance = Tolerance, Origin = Origin, Grades = Grades,
        };
    }

    static Line Done(string code, string indicator, StandardOrigin origin, int step, int department, Text names, Text says) => new(code, [indicator], StandardKind.Done, origin, step, department, names, says);
    static Line Within(string code, string indicator, double limit, string unit, StandardOrigin origin, int step, int department, Text names, Text says) => new(code, [indicator], StandardKind.Limit, origin, step, department, names, says) { Limit = limit, Unit = unit };
    static Line Graded(string code, string indicator, double demanded, double minimum, StandardOrigin origin, int step, int department, Text names, Text says) => new(code, [indicator], StandardKind.Graded, origin, step, department, names, says) { Demanded = demanded, Minimum = minimum };

    const StandardOrigin Inside = StandardOrigin.InsideOut, Outside = StandardOrigin.OutsideIn;

    internal static IReadOnlyList<Line> All =>
    [
        Done("APP-01", "REL1", Outside, 2, 2, Text.Of("Appointment confirmed the day before", "提前一天确认预约", "提前一天確認預約"), Text.Of("Each customer with an appointment hears from us the day before: time, adviser, how long it will take.", "对每位预约客户提前一天联系，确认时间、接待顾问和所需时长。", "對每位預約客戶提前一天聯繫，確認時間、接待顧問和所需時間。")),
        Done("JOB-01", "REL2", Inside, 0, 1, Text.Of("Final check against the job card", "交车前按工单终检", "交車前按工單終檢"), Text.Of("A second technician checks each car against its job card before it is handed over.", "每台车交付前由另一名技师对照工单复检。", "每台車交付前由另一名技師對照工單複檢。")),
        Within("JOB-02", "REL3", 2, "h", Outside, 0, 1, Text.Of("Regular service in two hours", "常规保养两小时完成", "常規保養兩小時完成"), Text.Of("A car brought in for its regular service is ready two hours after it was taken in.", "常规保养车辆自接车起两小时内完工。", "常規保養車輛自接車起兩小時內完工。")) with { Grades = [new("A", null, 1.5)] },
        Done("BIL-01", "REL4", Outside, 7, 1, Text.Of("No item on the bill without a yes", "未经同意不入账", "未經同意不入帳"), Text.Of("Whatever goes beyond the estimate is agreed by telephone before work on it begins.", "超出报价的项目，动手之前先电话征得客户同意。", "超出報價的項目，動手之前先電話徵得客戶同意。")),
        Graded("ADV-01", "ASS1", 85, 70, Inside, 5, 0, Text.Of("Adviser knows the car", "顾问熟悉车型", "顧問熟悉車型"), Text.Of("The adviser answers questions about equipment, range and upkeep of the car on show.", "顾问能解答展车的配置、续航和养护问题。", "顧問能解答展車的配備、續航和養護問題。")),
        Graded("ADV-02", "ASS2", 80, 60, Inside, 7, 1, Text.Of("Explained in plain words", "说得明白", "說得明白"), Text.Of("What is done, why and at what price is said in words that a driver uses.", "做什么、为什么、多少钱，用车主听得懂的话讲清楚。", "做什麼、為什麼、多少錢，用車主聽得懂的話講清楚。")),
        Done("REC-01", "ASS3", Outside, 3, 0, Text.Of("Greeted at the door", "门口迎接", "門口迎接"), Text.Of("Whoever comes in is met at the door, greeted and offered a seat.", "客户进门，有人到门口问候并请坐。", "客戶進門，有人到門口問候並請坐。")),
        Done("SAF-01", "ASS4", Inside, 0, 1, Text.Of("Torque and brakes signed off", "扭矩与制动签字确认", "扭矩與制動簽字確認"), Text.Of("Wheel torque and brakes are checked and signed for on each car that was lifted.", "凡举升过的车辆，车轮扭矩和制动均检查并签字。", "凡舉升過的車輛，車輪扭矩和制動均檢查並簽字。")),
        Graded("HYG-01", "TAN1", 95, 90, Inside, 1, 2, Text.Of("Four zones clean", "四区洁净", "四區潔淨"), Text.Of("Entrance, showroom, lounge and washrooms are clean at each round.", "门口、展厅、休息区和洗手间每次巡查都洁净。", "門口、展廳、休息區和洗手間每次巡查都潔淨。")),
        Done("EQP-01", "TAN2", Inside, 1, 2, Text.Of("Chargers, screens and coffee machine work", "充电桩、屏幕和咖啡机可用", "充電樁、螢幕和咖啡機可用"), Text.Of("What customers use works when the doors open; what does not is marked and reported.", "客户用的设备开门即可用；坏的贴牌并报修。", "客戶用的設備開門即可用；壞的貼牌並報修。")),
        Done("APR-01", "TAN3", Inside, 1, 0, Text.Of("Uniform and name badge", "着装与胸牌", "著裝與名牌"), Text.Of("Everybody whom customers meet wears a clean uniform and a name badge.", "面对客户的员工着整洁制服、佩戴胸牌。", "面對客戶的員工著整潔制服、佩戴名牌。")),
        Graded("LIS-01", "EMP1", 70, 50, Inside, 4, 0, Text.Of("Needs noted on the sheet", "需求登记表", "需求登記表"), Text.Of("The adviser fills in the sheet of needs before showing a car.", "顾问先填需求表，再介绍车辆。", "顧問先填需求表，再介紹車輛。")),
        Graded("LIS-02", "EMP1", 90, 75, Outside, 4, 0, Text.Of("Lets customers finish", "让客户把话说完", "讓客戶把話說完"), Text.Of("The adviser lets customers finish, says back what was heard and asks whether it is right.", "让客户把话说完，复述一遍并问是否理解正确。", "讓客戶把話說完，複述一遍並問是否理解正確。")),
        Graded("TEL-01", "EMP3", 60, 40, Inside, 9, 2, Text.Of("Call back when it suits us", "有空时回电", "有空時回電"), Text.Of("Missed calls are called back in the course of the working day.", "未接来电在当个工作日内回拨。", "未接來電在當個工作日內回撥。")),
        Done("CAR-01", "EMP4", Outside, 9, 2, Text.Of("Cheaper way named first", "先说省钱的办法", "先說省錢的辦法"), Text.Of("Where there is a cheaper way that does, it is named before the dearer one.", "有同样管用而更省钱的办法，先告诉客户。", "有同樣管用而更省錢的辦法，先告訴客戶。")),
        Within("REC-02", "RES1", 20, "min", Inside, 3, 1, Text.Of("Taken in within twenty minutes", "二十分钟内接车", "二十分鐘內接車"), Text.Of("A car without an appointment is taken in within twenty minutes.", "未预约车辆二十分钟内接待。", "未預約車輛二十分鐘內接待。")),
        Within("REC-03", "RES1", 10, "min", Outside, 3, 1, Text.Of("Taken in within ten minutes", "十分钟内接车", "十分鐘內接車"), Text.Of("Nobody waits longer than ten minutes for an adviser.", "客户等候顾问不超过十分钟。", "客戶等候顧問不超過十分鐘。")) with { Grades = [new("A", null, 5)] },
        Graded("ANS-01", "RES2", 60, 40, Inside, 2, 2, Text.Of("Mails answered", "邮件回复", "郵件回覆"), Text.Of("Mails and messages are answered when the desk has time.", "邮件和留言在前台有空时回复。", "郵件和留言在前檯有空時回覆。")),
        Done("HLP-01", "RES3", Outside, 5, 0, Text.Of("Somebody in sight", "抬眼见人", "抬眼見人"), Text.Of("In showroom and lounge somebody who can help is in sight.", "展厅和休息区抬眼就能看到可求助的人。", "展廳和休息區抬眼就能看到可求助的人。")),
        Within("INF-01", "RES4", 30, "min", Outside, 0, 1, Text.Of("Delays told at once", "延误及时告知", "延誤及時告知"), Text.Of("As soon as a job will be late the customer hears of it, within thirty minutes and before the promised time.", "一旦会延误，三十分钟内且在承诺时间之前告诉客户。", "一旦會延誤，三十分鐘內且在承諾時間之前告訴客戶。")),
        Done("STK-01", "REL2", Inside, 0, 1, Text.Of("Parts list counted", "配件盘点", "零件盤點"), Text.Of("The list of wear parts in stock is counted each Monday.", "每周一盘点易损件库存。", "每週一盤點易損件庫存。")) with { Tolerance = 0.02 },
    ];
}
