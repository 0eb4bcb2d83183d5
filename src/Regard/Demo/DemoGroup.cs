using Regard.Organisation;
namespace Regard.Demo;

/// <summary>The fictional dealer group: three regions with eight stores each.</summary>
static class DemoGroup
{
    public const string Name = "恒信汽车集团 Hengxin Motors", Code = "HX";

    public static readonly (string Code, string Name, string Manager, (string Code, string Name, string Manager)[] Stores)[] Regions =
    [
        ("N", "北区 North", "赵国栋 Zhao Guodong",
        [
            ("N1", "北京望京店 Wangjing", "李晓东 Li Xiaodong"), ("N2", "北京亦庄店 Yizhuang", "王敏 Wang Min"), ("N3", "天津河西店 Hexi", "孙立 Sun Li"), ("N4", "石家庄长安店 Chang'an", "周倩 Zhou Qian"),
            ("N5", "太原迎泽店 Yingze", "高建 Gao Jian"), ("N6", "济南历下店 Lixia", "马超群 Ma Chaoqun"), ("N7", "青岛崂山店 Laoshan", "林海 Lin Hai"), ("N8", "沈阳浑南店 Hunnan", "韩雪 Han Xue"),
        ]),
        ("E", "东区 East", "陈思远 Chen Siyuan",
        [
            ("E1", "上海徐汇店 Xuhui", "沈悦 Shen Yue"), ("E2", "上海浦东店 Pudong", "何俊 He Jun"), ("E3", "杭州西湖店 Xihu", "叶青 Ye Qing"), ("E4", "宁波鄞州店 Yinzhou", "方正 Fang Zheng"),
            ("E5", "南京建邺店 Jianye", "顾岚 Gu Lan"), ("E6", "苏州园区店 Yuanqu", "陆明 Lu Ming"), ("E7", "合肥蜀山店 Shushan", "丁宁 Ding Ning"), ("E8", "福州鼓楼店 Gulou", "郑文 Zheng Wen"),
        ]),
        ("S", "南区 South", "黄志强 Huang Zhiqiang",
        [
            ("S1", "广州天河店 Tianhe", "梁伟 Liang Wei"), ("S2", "广州番禺店 Panyu", "罗佳 Luo Jia"), ("S3", "深圳南山店 Nanshan", "许诺 Xu Nuo"), ("S4", "东莞南城店 Nancheng", "邓超 Deng Chao"),
            ("S5", "佛山顺德店 Shunde", "冯婷 Feng Ting"), ("S6", "长沙雨花店 Yuhua", "彭飞 Peng Fei"), ("S7", "南宁青秀店 Qingxiu", "韦林 Wei Lin"), ("S8", "海口龙华店 Longhua", "符敏 Fu Min"),
        ]),
    ];

    /// <summary>Fictional as well.</summary>
    public static readonly (string Code, string Name, string Group)[] Competitors = [("C1", "远航汽车 Yuanhang Auto", "外资 Foreign"), ("C2", "嘉禾车行 Jiahe Cars", "内资 Domestic")];

    /// <summary>Who serves the group or sells beside it, and the store that deals with them.</summary>
    public static readonly (string Name, string Kind, int Store)[] Suppliers =
    [
        ("博远零部件 Boyuan Parts", "supplier", 0), ("华涂漆业 Huatu Paints", "supplier", 8), ("捷运物流 Jieyun Logistics", "supplier", 16), ("洁城保洁 Jiecheng Cleaning", "supplier", 10),
        ("安信保险 Anxin Insurance", "partner", 8), ("众诚金融 Zhongcheng Finance", "partner", 0), ("路畅租车 Luchang Rental", "partner", 16),
    ];

    public static readonly (string Name, string Email, Role Role, string Unit)[] Staff =
    [
        ("吴敏华 Wu Minhua", "executive@example.com", Role.Executive, Code),
        ("陈思远 Chen Siyuan", "east@example.com", Role.Manager, "E"),
        ("叶青 Ye Qing", "store@example.com", Role.Manager, "E3"),
        ("苏晴 Su Qing", "analyst@example.com", Role.Analyst, Code),
        ("明见研究 Mingjian Research", "agency@example.com", Role.Agency, Code),
        ("张小雨 Zhang Xiaoyu", "frontline@example.com", Role.FrontLine, "E3"),
    ];

    /// <summary>Who administers the installation, signed in as administrator@example.com.</summary>
    public const string Administrator = "秦朗 Qin Lang", AdministratorEmail = "administrator@example.com";
}
