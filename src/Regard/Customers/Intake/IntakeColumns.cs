using Regard.Files;
namespace Regard.Customers.Intake;

/// <summary>The columns of the files that customers and what happens to them come in: English and Chinese names, what stands in them, and the rows of the templates.</summary>
public static class IntakeColumns
{
    public static IReadOnlyList<FileColumn> Of(ImportKind kind) => kind switch
    {
        ImportKind.Customers => Customers,
        ImportKind.Assets => Assets,
        ImportKind.Contracts => Contracts,
        ImportKind.Events => Events,
        ImportKind.Consents => Consents,
        ImportKind.Wallets => Wallets,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static IReadOnlyList<ImportKind> Kinds { get; } = [ImportKind.Customers, ImportKind.Assets, ImportKind.Contracts, ImportKind.Events, ImportKind.Consents, ImportKind.Wallets];

    /// <summary>The header and two rows, to be filled in.</summary>
    public static string Template(ImportKind kind, Language language) =>
        string.Concat(new[] { Of(kind).Select(c => c.Header(language)), Of(kind).Select(c => c.Examples[0]), Of(kind).Select(c => c.Examples[1]) }.Select(row => CsvCell.Line(row)));

    static IReadOnlyList<FileColumn> Customers { get; } =
    [
        new("external_id", "客户编号", "客戶編號", Text.Of("The customer's key in your own system", "您自己系统中的客户编号", "您自己系統中的客戶編號"), ["K10001", "A2001"], true, "客户号", "客戶號", "customer_id", "customer", "id"),
        new("name", "姓名", "姓名", Text.Of("Name of the person or company", "姓名或单位名称", "姓名或單位名稱"), ["李娜", "华远物流有限公司"], false, "名称", "名稱", "客户姓名", "客戶姓名", "客户名称", "客戶名稱"),
        new("email", "邮箱", "電子郵件", Text.Of("E-mail address", "电子邮箱地址", "電子郵件地址"), ["li.na@example.com", "fleet@example.com"], false, "电子邮箱", "电子邮件", "電子郵箱", "郵箱", "e-mail"),
        new("phone", "手机", "手機", Text.Of("Phone number; 0086, +86, spaces and dashes do not matter", "电话号码；带不带 0086、+86、空格、短横线都可以", "電話號碼；帶不帶 0086、+86、空格、短橫線都可以"), ["138 0013 8000", "021-6100 0000"], false, "电话", "電話", "手机号", "手機號", "手机号码", "手機號碼", "联系电话", "聯絡電話", "mobile"),
        new("language", "语言", "語言", Text.Of("zh-Hans, zh-Hant or en", "zh-Hans、zh-Hant 或 en", "zh-Hans、zh-Hant 或 en"), ["zh-Hans", ""]),
        new("unit", "门店编码", "門店代碼", Text.Of("Code of the unit that cares for the customer", "负责该客户的单位编码", "負責該客戶的單位代碼"), ["", ""], false, "单位", "單位", "单位编码", "單位代碼", "门店", "門店", "门店代码", "門店編碼", "store"),
        new("segment", "客户群", "客群", Text.Of("Segment, such as private or fleet", "客户群，如个人、车队", "客群，如個人、車隊"), ["private", "fleet"], false, "客户类型", "客戶類型", "细分", "分群"),
        new("since", "成为客户日期", "成為客戶日期", Text.Of("Customer since; nothing can have happened before", "成为客户的日期；此前不会有任何往来", "成為客戶的日期；此前不會有任何往來"), ["2023-04-18", "2021-09-01"], false, "开户日期", "開戶日期", "建档日期", "建檔日期", "customer_since"),
        new("kind", "类别", "類別", Text.Of("person or account (a company or household with contacts); supplier or partner", "person（个人）或 account（单位或家庭，下有联系人）；supplier（供应商）或 partner（合作伙伴）", "person（個人）或 account（單位或家庭，下有聯絡人）；supplier（供應商）或 partner（合作夥伴）"), ["person", "account"], false, "客户类别", "客戶類別"),
        new("account", "所属客户编号", "所屬客戶編號", Text.Of("External id of the account that this contact or account belongs to", "所属单位客户的编号", "所屬單位客戶的編號"), ["A2001", ""], false, "所属单位", "所屬單位", "上级客户", "上級客戶"),
    ];

    static FileColumn Customer { get; } = new("customer", "客户编号", "客戶編號", Text.Of("External id of the customer", "客户编号", "客戶編號"), ["K10001", "A2001"], true, "客户号", "客戶號", "customer_id", "customer_external_id");

    static FileColumn Unit { get; } = new("unit", "门店编码", "門店代碼", Text.Of("Code of the unit where it happened", "发生地点的单位编码", "發生地點的單位代碼"), ["", ""], false, "单位", "單位", "单位编码", "單位代碼", "门店", "門店", "门店代码", "門店編碼", "store");

    static IReadOnlyList<FileColumn> Assets { get; } =
    [
        new("asset_id", "资产编号", "資產編號", Text.Of("The asset's key in your own system", "您自己系统中的资产编号", "您自己系統中的資產編號"), ["V5001", "V5002"], true, "车辆编号", "車輛編號", "设备编号", "設備編號", "external_id", "asset", "id"),
        Customer,
        new("kind", "类别", "類別", Text.Of("What it is: vehicle, machine", "是什么：车辆、设备", "是什麼：車輛、設備"), ["vehicle", "vehicle"], true, "资产类别", "資產類別", "类型", "類型"),
        new("model", "型号", "型號", Text.Of("Model", "型号", "型號"), ["Lynk 03", "Transit"], false, "车型", "車型"),
        new("plate", "车牌", "車牌", Text.Of("Licence plate", "车牌号", "車牌號"), ["浙A12345", "沪B67890"], false, "车牌号", "車牌號", "车牌号码", "車牌號碼", "license_plate", "licence_plate"),
        new("serial", "车架号", "車身號碼", Text.Of("Serial number or VIN", "序列号或车架号", "序號或車身號碼"), ["LVSHFFML0EF000001", ""], false, "序列号", "序列號", "序號", "车辆识别代号", "vin", "serial_number"),
        new("from", "开始日期", "開始日期", Text.Of("First day at this customer", "归该客户的首日", "歸該客戶的首日"), ["2023-04-18", "2021-09-01"], false, "购入日期", "購入日期", "购车日期", "購車日期", "from_day"),
        new("until", "结束日期", "結束日期", Text.Of("Last day at this customer", "归该客户的末日", "歸該客戶的末日"), ["", ""], false, "转出日期", "轉出日期", "until_day"),
    ];

    static IReadOnlyList<FileColumn> Contracts { get; } =
    [
        new("contract_id", "合同编号", "合約編號", Text.Of("The contract's key in your own system", "您自己系统中的合同编号", "您自己系統中的合約編號"), ["D7001", "D7002"], true, "合同号", "合約號", "external_id", "contract", "id"),
        Customer,
        new("kind", "类别", "類別", Text.Of("What is agreed: maintenance, insurance", "约定的内容：保养、保险", "約定的內容：保養、保險"), ["maintenance", "insurance"], true, "合同类别", "合約類別", "类型", "類型"),
        Unit,
        new("from", "开始日期", "開始日期", Text.Of("First day", "生效日", "生效日"), ["2025-05-01", "2025-01-01"], true, "生效日期", "生效日", "起始日期", "start", "from_day"),
        new("until", "结束日期", "結束日期", Text.Of("Last day agreed; empty for one that runs on", "约定的末日；无期限则留空", "約定的末日；無期限則留空"), ["2026-04-30", ""], false, "到期日期", "到期日", "截止日期", "until_day"),
        new("ended_on", "终止日期", "終止日期", Text.Of("Day on which it ended before its time, or for good", "提前终止或最终终止的日期", "提前終止或最終終止的日期"), ["", "2025-12-31"], false, "解约日期", "解約日期", "终止日"),
        new("ended_because", "终止原因", "終止原因", Text.Of("Why it ended", "终止的原因", "終止的原因"), ["", "sold the car"], false, "解约原因", "解約原因"),
        new("yearly_amount", "年金额", "年金額", Text.Of("What it brings in a year", "每年金额", "每年金額"), ["1680", "5200"], false, "年费", "年費", "amount"),
        new("currency", "币种", "幣別", Text.Of("Three letters, such as CNY", "三个字母，如 CNY", "三個字母，如 CNY"), ["CNY", "CNY"], false, "货币", "貨幣", "幣種"),
    ];

    static IReadOnlyList<FileColumn> Events { get; } =
    [
        new("event_id", "事件编号", "事件編號", Text.Of("The event's key in your own system; without it the row itself is the key", "您自己系统中的事件编号；没有时以整行内容为准", "您自己系統中的事件編號；沒有時以整列內容為準"), ["E90001", "E90002"], false, "单号", "單號", "订单号", "訂單號", "工单号", "工單號", "external_id", "id", "order_id"),
        Customer,
        new("kind", "类别", "類別", Text.Of("purchase, work_order, visit, call, contract_start, contract_end, declined_sale or return", "购买、工单、到店、通话、合同开始、合同结束、未成交、退货", "購買、工單、到店、通話、合約開始、合約結束、未成交、退貨"), ["work_order", "purchase"], true, "事件类别", "事件類別", "类型", "類型", "type", "event"),
        new("date", "日期", "日期", Text.Of("Day, the year first: 2026-01-05", "日期，年份在前：2026-01-05", "日期，年份在前：2026-01-05"), ["2026-01-05", "2026-02-11"], true, "发生日期", "發生日期", "day", "时间", "時間"),
        Unit,
        new("amount", "金额", "金額", Text.Of("What was paid; never negative, a return is a kind of its own", "金额；不得为负，退货另有类别", "金額；不得為負，退貨另有類別"), ["1280.50", "399"], false, "消费金额", "消費金額", "实收", "實收"),
        new("profit", "毛利", "毛利", Text.Of("Gross profit; may be negative", "毛利；可以为负", "毛利；可以為負"), ["420.00", ""], false, "利润", "利潤"),
        new("currency", "币种", "幣別", Text.Of("Three letters, such as CNY", "三个字母，如 CNY", "三個字母，如 CNY"), ["CNY", "CNY"], false, "货币", "貨幣", "幣種"),
        new("category", "品类", "品類", Text.Of("What was bought: maintenance, tyres", "购买的品类：保养、轮胎", "購買的品類：保養、輪胎"), ["maintenance", "accessories"], false, "商品类别", "商品類別", "项目", "項目"),
        new("fault", "故障代码", "故障代碼", Text.Of("Code of the fault that a work order is about; the same one again soon after is rework", "工单所涉故障的代码；短期内再次出现即为返修", "工單所涉故障的代碼；短期內再次出現即為返修"), ["BRK-02", ""], false, "故障", "故障码", "故障碼", "fault_code"),
        new("cost", "成本", "成本", Text.Of("What the work order cost us; of an order that came back it is the cost of rework", "工单给我们带来的成本；返修工单的成本计为返修成本", "工單給我們帶來的成本；返修工單的成本計為返修成本"), ["310.00", ""], false, "工单成本", "工單成本", "our_cost"),
        new("asset", "资产编号", "資產編號", Text.Of("External id of the customer's asset", "该客户的资产编号", "該客戶的資產編號"), ["V5001", ""], false, "车辆编号", "車輛編號", "asset_id", "vehicle"),
        new("note", "备注", "備註", Text.Of("Anything worth knowing", "其他值得记录的内容", "其他值得記錄的內容"), ["", ""], false, "说明", "說明", "words", "remark"),
    ];

    static IReadOnlyList<FileColumn> Consents { get; } =
    [
        Customer,
        new("purpose", "用途", "用途", Text.Of("survey, service or marketing", "调查、服务、营销", "調查、服務、行銷"), ["survey", "marketing"], true, "目的"),
        new("channel", "渠道", "管道", Text.Of("email, sms, phone, chat or post", "邮件、短信、电话、聊天、邮寄", "郵件、簡訊、電話、聊天、郵寄"), ["email", "phone"], true, "方式"),
        new("given", "是否同意", "是否同意", Text.Of("yes or no", "是 或 否", "是 或 否"), ["yes", "no"], true, "同意", "consent"),
        new("said_on", "表示日期", "表示日期", Text.Of("Day on which the customer said so", "客户表示的日期", "客戶表示的日期"), ["2026-01-05", "2026-02-11"], true, "日期", "date"),
        new("source", "来源", "來源", Text.Of("Where it was said: form, call, counter", "在哪里表示：表单、电话、柜台", "在哪裡表示：表單、電話、櫃檯"), ["form", "call"], false, "出处", "出處"),
    ];

    static IReadOnlyList<FileColumn> Wallets { get; } =
    [
        Customer,
        new("said_on", "表示日期", "表示日期", Text.Of("Day on which the customer said so", "客户表示的日期", "客戶表示的日期"), ["2026-01-05", "2026-02-11"], true, "日期", "date"),
        new("share", "钱包份额", "錢包份額", Text.Of("Share of such spending that the customer leaves with us, 0 to 100", "客户同类花费中在我们这里的占比，0 至 100", "客戶同類花費中在我們這裡的占比，0 至 100"), ["60", "35"], false, "份额", "占比", "share_of_wallet"),
        new("first_choice", "是否首选", "是否首選", Text.Of("Whether we are the first choice: yes or no", "我们是否首选：是 或 否", "我們是否首選：是 或 否"), ["yes", "no"], false, "首选", "首選", "preferred"),
        new("source", "来源", "來源", Text.Of("Where it was said: form, call, counter", "在哪里表示：表单、电话、柜台", "在哪裡表示：表單、電話、櫃檯"), ["call", "visit"], false, "出处", "出處"),
    ];
}
