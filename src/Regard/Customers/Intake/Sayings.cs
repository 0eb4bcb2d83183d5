namespace Regard.Customers.Intake;

/// <summary>The words that files use for kinds, purposes and the like, in English and Chinese.</summary>
static class Sayings
{
    static readonly Dictionary<string, EventKind> kinds = Table(
        (EventKind.Purchase, "purchase, order, sale, sold, 购买, 購買, 销售, 銷售, 消费, 消費, 订单, 訂單, 成交"),
        (EventKind.WorkOrder, "work_order, workorder, service, repair, 工单, 工單, 维修, 維修, 保养, 保養, 服务, 服務"),
        (EventKind.Visit, "visit, 到店, 来店, 來店, 进店, 進店, 到访, 到訪"),
        (EventKind.Call, "call, 通话, 通話, 电话, 電話, 来电, 來電, 去电, 去電"),
        (EventKind.ContractStart, "contract_start, contract_begins, 合同开始, 合約開始, 合同生效, 合約生效, 签约, 簽約"),
        (EventKind.ContractEnd, "contract_end, contract_ends, 合同结束, 合約結束, 合同到期, 合約到期, 解约, 解約"),
        (EventKind.DeclinedSale, "declined_sale, declined, lost_sale, 未成交, 战败, 戰敗, 放弃购买, 放棄購買"),
        (EventKind.Return, "return, refund, 退货, 退貨, 退款"));

    static readonly Dictionary<string, CustomerKind> customers = Table(
        (CustomerKind.Person, "person, contact, 个人, 個人, 联系人, 聯絡人, 聯繫人"),
        (CustomerKind.Account, "account, company, household, 单位, 單位, 企业, 企業, 公司, 家庭, 账户, 帳戶"),
        (CustomerKind.Supplier, "supplier, vendor, 供应商, 供應商, 供货商, 供貨商"), (CustomerKind.Partner, "partner, dealer, 合作伙伴, 合作夥伴, 伙伴, 夥伴"));

    static readonly Dictionary<string, Purpose> purposes = Table(
        (Customers.Purpose.Survey, "survey, 调查, 調查, 回访, 回訪"), (Customers.Purpose.Service, "service, 服务, 服務"), (Customers.Purpose.Marketing, "marketing, 营销, 營銷, 行銷, 推广, 推廣"));

    static readonly Dictionary<string, Channel> channels = Table(
        (Customers.Channel.Email, "email, mail, 邮件, 郵件, 电子邮件, 電子郵件, 邮箱"), (Customers.Channel.Sms, "sms, text, 短信, 簡訊"), (Customers.Channel.Phone, "phone, call, 电话, 電話"),
        (Customers.Channel.Chat, "chat, wechat, 聊天, 微信, line"), (Customers.Channel.Post, "post, letter, 邮寄, 郵寄, 信件"));

    static readonly Dictionary<string, bool> answers = Table((true, "yes, y, true, 1, given, 是, 同意, 有"), (false, "no, n, false, 0, refused, withdrawn, 否, 不同意, 拒绝, 拒絕, 无, 無, 撤回"));

    public static EventKind? Event(string text) => Find(kinds, text);
    public static CustomerKind? Customer(string text) => Find(customers, text);
    public static Purpose? Purpose(string text) => Find(purposes, text);
    public static Channel? Channel(string text) => Find(channels, text);
    public static bool? Answer(string text) => Find(answers, text);

    static T? Find<T>(Dictionary<string, T> table, string text) where T : struct => table.TryGetValue(Plain(text), out var found) ? found : null;

    static Dictionary<string, T> Table<T>(params (T Value, string Words)[] rows) =>
        rows.SelectMany(r => r.Words.Split(", ").Append(r.Value!.ToString()!).Select(w => (Word: Plain(w), r.Value))).DistinctBy(r => r.Word).ToDictionary(r => r.Word, r => r.Value);

    static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
