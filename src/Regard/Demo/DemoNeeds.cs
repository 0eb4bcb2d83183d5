using System.Text;
using Regard.Measures;
namespace Regard.Demo;

/// <summary>What the demo's customers need of the service, as a list that was brought in; of the last two nobody measures anything.</summary>
static class DemoNeeds
{
    const string list = """
        code,name_zh_hans,name_zh_hant,name_en,indicators,importance
        N01,一次修好,一次修好,Fixed the first time,REL2,95
        N02,按约定时间取车,按約定時間取車,Ready when promised,REL1,85
        N03,动手前先说清价格,動手前先說清價格,The price before the work,REL4,80
        N04,进度不用追问,進度不用追問,Told how things stand,RES4,70
        N05,少排队,少排隊,Little waiting,RES1,65
        N06,听得懂的说明,聽得懂的說明,An account in plain words,ASS2,60
        N07,等候时坐得舒服,等候時坐得舒服,A good place to wait,TAN1,40
        N08,电话打得通,電話打得通,Somebody answers the telephone,EMP3,55
        N09,手机上看维修进度,手機上看維修進度,See the progress on the phone,,50
        N10,上门取送车,到府取送車,Fetched from home and brought back,,45

        """;

    internal static async Task Make(Office office, Caller installation) => await office.Do(new ImportNeeds(new MemoryStream(Encoding.UTF8.GetBytes(list)), "客户需求清单.csv"), installation);
}
