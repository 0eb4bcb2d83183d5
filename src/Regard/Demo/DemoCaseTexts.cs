using Regard.Cases;
namespace Regard.Demo;

/// <summary>What the demo's customers complain about, and what is done: in Chinese for those who speak it, else in English.</summary>
static class DemoCaseTexts
{
    static readonly Dictionary<Cause, (string[] Chinese, string[] English)> complaints = new()
    {
        [Cause.TooSlow] = (
            ["约好上午取车，下午四点还没修好，也没人通知我。", "保养等了三个多小时，前面明明没几台车。", "报修一周了，配件还没到，问一次换一个说法。", "打热线排队二十分钟，最后还断线了。", "交车时办手续办了一下午，孩子都睡着了。"],
            ["I waited three hours for an oil change with nobody ahead of me.", "A week for a part, and a different story each time I ask.", "My car was promised for noon and I got it at five.", "Twenty minutes in the queue, then the line went dead."]),
        [Cause.Incorrect] = (
            ["换了刹车片还是响，跟没修一样。", "结算单上多了一项我没做的项目。", "四轮定位做完车还是往右跑。", "同一个故障灯，一个月修了两次还亮。", "保险资料填错了车架号，害我白跑一趟。"],
            ["The brakes still squeal after you replaced the pads.", "There is an item on the bill that nobody did.", "The same warning light came back after two weeks.", "You typed the wrong chassis number into my insurance."]),
        [Cause.PromiseNotKept] = (
            ["说好送一次洗车，结账时说活动结束了。", "销售答应的脚垫到现在也没给。", "说当天回电话，三天没有消息。", "报价三千二，结账四千一，没人提前说。"],
            ["You promised to call me back the same day. It has been three days.", "The floor mats I was promised never came.", "Quoted 3,200, charged 4,100, and nobody told me before."]),
        [Cause.Rude] = (
            ["问了两句，服务顾问就不耐烦了，当着我的面翻白眼。", "前台只顾着聊天，站了十分钟没人理。", "师傅说我不懂就别问，太伤人。"],
            ["Your adviser rolled his eyes when I asked twice.", "The desk kept chatting while I stood there for ten minutes.", "I was told not to ask if I do not understand cars."]),
        [Cause.Harm] = (
            ["取车发现右前门多了一道划痕，接车单上没有。", "座椅上有机油印，洗不掉。", "我的电话被你们给了保险公司，天天骚扰。"],
            ["There is a scratch on the door that was not there when I brought it.", "Oil on the seat, and it does not come out.", "You gave my number to an insurer and they call every day."]),
    };

    static readonly (string Chinese, string English)[] recall =
    [
        ("收到召回通知来换件，排了两天都没排上。", "I came for the recall twice and was sent home twice."), ("召回预约的是九点，到十二点还没开始。", "My recall slot was nine o'clock; at noon nobody had started."),
        ("召回换件要等配件，等多久谁也说不准。", "Nobody can tell me when the recall part arrives."), ("热线说不用预约，到店又说必须预约。", "The hotline said no appointment needed, the store said the opposite."),
    ];

    static readonly (string Chinese, string English)[] praise =
    [
        ("下大雨帮我把婴儿车推上车，还送到路口，太感谢了。", "Walked me to my car in the rain and held the umbrella. Thank you!"), ("讲解得特别清楚，一次就修好了，以后就认这位师傅。", "Explained everything and fixed it the first time. I will ask for this person again."),
        ("临下班还帮我找到了异响的原因，很负责。", "Stayed late to find the noise nobody else could find."),
    ];

    static readonly (string Chinese, string English)[] suggestions =
    [
        ("希望可以在微信上看到维修进度。", "Let me see on my phone how far the repair is."), ("周末能不能晚一小时关门？", "Could you stay open an hour longer at weekends?"), ("休息区想要几个能充电的座位。", "A few seats with sockets in the lounge would help."),
    ];

    public static string Complaint(Cause cause, bool chinese, Random chance) => Pick(chinese ? complaints[cause].Chinese : complaints[cause].English, chance);
    public static string Recall(bool chinese, Random chance) => Pick(recall, chance) is var p && chinese ? p.Chinese : p.English;
    public static string Praise(bool chinese, Random chance) => Pick(praise, chance) is var p && chinese ? p.Chinese : p.English;
    public static string Suggestion(bool chinese, Random chance) => Pick(suggestions, chance) is var p && chinese ? p.Chinese : p.English;

    public static string View(Wish wish, bool chinese) => wish switch
    {
        Wish.Compensation => chinese ? "客户认为白花了钱和时间，希望得到补偿。" : "Paid in money and time for nothing and wants that made up for.",
        Wish.Redo => chinese ? "客户只希望把车真正修好，不想再跑一趟。" : "Just wants the car right, without a third trip.",
        Wish.Respect => chinese ? "客户觉得没被当回事，希望听到一句真诚的道歉。" : "Felt like nobody and wants an honest apology.",
        _ => chinese ? "客户既要一个说法，也要补偿。" : "Wants to be heard and to be made whole.",
    };

    public static string Facts(bool chinese) => chinese ? "已核对工单和监控，情况属实。" : "Checked the work order and the camera: it is as the customer says.";
    public static string Apology(bool chinese) => chinese ? "当面致歉，听客户讲完，没有辩解。" : "Apologised in person, listened to the end, did not explain it away.";
    public static string Solved(bool chinese) => chinese ? "重新检查并当场处理，请客户试车确认。" : "Checked again and put right while the customer waited.";
    public static string Told(bool chinese) => chinese ? "致电说明处理结果和后续安排。" : "Called to say what was done and what comes next.";
    public static string Ended(bool good, bool chinese) => good ? chinese ? "客户试车后表示满意，接受处理。" : "The customer tried it and accepts." : chinese ? "说明了原因，客户没有接受。" : "Said why it cannot be done; the customer does not accept.";
    public static string Improvement(bool chinese) => chinese ? "交车前增加一次复检，列入晨会。" : "One more check before handing a car over, told at the morning meeting.";
    public static string Handed(bool chinese) => chinese ? "由负责该车的同事跟进。" : "The colleague who had the car takes it on.";
    public static string Refund(bool chinese) => chinese ? "退还工时费并致歉" : "Labour refunded, with our apology";
    public static string Voucher(bool chinese) => chinese ? "赠送一次免费保养检查" : "A free inspection next time";

    /// <summary>Which of the seven P the words are about, where their cause does not say it.</summary>
    public static MarketingMix? Mix(string words)
    {
        bool About(params string[] said) => said.Any(s => words.Contains(s, StringComparison.Ordinal));
        return About("结算单", "四千一", "bill", "4,100") ? MarketingMix.Price : About("热线", "hotline", "line went dead") ? MarketingMix.Place : About("机油印", "Oil on the seat") ? MarketingMix.PhysicalEvidence : null;
    }

    static T Pick<T>(T[] list, Random chance) => list[chance.Next(list.Length)];
}
