/**
 * Zones as Windows names them, for Outlook and Exchange, by Unicode CLDR's table `windowsZones` (the row of the whole
 * zone; Canada's own where CLDR has one). Only names: which zone has which clock is the system's to know.
 */
const NAMES = `
Aleutian Standard Time=America/Adak
Hawaiian Standard Time=Pacific/Honolulu
Alaskan Standard Time=America/Anchorage
Pacific Standard Time=America/Vancouver
US Mountain Standard Time=America/Phoenix
Mountain Standard Time=America/Edmonton
Mountain Standard Time (Mexico)=America/Mazatlan
Yukon Standard Time=America/Whitehorse
Central America Standard Time=America/Guatemala
Central Standard Time=America/Winnipeg
Central Standard Time (Mexico)=America/Mexico_City
Canada Central Standard Time=America/Regina
SA Pacific Standard Time=America/Bogota
Eastern Standard Time=America/Toronto
Eastern Standard Time (Mexico)=America/Cancun
US Eastern Standard Time=America/Indianapolis
Haiti Standard Time=America/Port-au-Prince
Cuba Standard Time=America/Havana
Venezuela Standard Time=America/Caracas
Atlantic Standard Time=America/Halifax
SA Western Standard Time=America/La_Paz
Newfoundland Standard Time=America/St_Johns
E. South America Standard Time=America/Sao_Paulo
Argentina Standard Time=America/Buenos_Aires
Greenland Standard Time=America/Godthab
Azores Standard Time=Atlantic/Azores
UTC=UTC
Coordinated Universal Time=UTC
GMT Standard Time=Europe/London
Greenwich Standard Time=Atlantic/Reykjavik
Morocco Standard Time=Africa/Casablanca
W. Europe Standard Time=Europe/Berlin
Central Europe Standard Time=Europe/Budapest
Romance Standard Time=Europe/Paris
Central European Standard Time=Europe/Warsaw
W. Central Africa Standard Time=Africa/Lagos
GTB Standard Time=Europe/Bucharest
Middle East Standard Time=Asia/Beirut
Egypt Standard Time=Africa/Cairo
E. Europe Standard Time=Europe/Chisinau
Syria Standard Time=Asia/Damascus
South Africa Standard Time=Africa/Johannesburg
FLE Standard Time=Europe/Kiev
Israel Standard Time=Asia/Jerusalem
Sudan Standard Time=Africa/Khartoum
Jordan Standard Time=Asia/Amman
Arabic Standard Time=Asia/Baghdad
Turkey Standard Time=Europe/Istanbul
Arab Standard Time=Asia/Riyadh
Belarus Standard Time=Europe/Minsk
Russian Standard Time=Europe/Moscow
E. Africa Standard Time=Africa/Nairobi
Iran Standard Time=Asia/Tehran
Arabian Standard Time=Asia/Dubai
Azerbaijan Standard Time=Asia/Baku
Georgian Standard Time=Asia/Tbilisi
Caucasus Standard Time=Asia/Yerevan
Afghanistan Standard Time=Asia/Kabul
West Asia Standard Time=Asia/Tashkent
Pakistan Standard Time=Asia/Karachi
India Standard Time=Asia/Calcutta
Sri Lanka Standard Time=Asia/Colombo
Nepal Standard Time=Asia/Katmandu
Bangladesh Standard Time=Asia/Dhaka
Myanmar Standard Time=Asia/Rangoon
SE Asia Standard Time=Asia/Bangkok
China Standard Time=Asia/Shanghai
Singapore Standard Time=Asia/Singapore
Taipei Standard Time=Asia/Taipei
Korea Standard Time=Asia/Seoul
Tokyo Standard Time=Asia/Tokyo
AUS Eastern Standard Time=Australia/Sydney
New Zealand Standard Time=Pacific/Auckland
Newfoundland=America/St_Johns
Atlantic Time (Canada)=America/Halifax
Eastern Time (US & Canada)=America/Toronto
Eastern Time=America/Toronto
Central Time (US & Canada)=America/Winnipeg
Central Time=America/Winnipeg
Saskatchewan=America/Regina
Mountain Time (US & Canada)=America/Edmonton
Mountain Time=America/Edmonton
Pacific Time (US & Canada)=America/Vancouver
Pacific Time=America/Vancouver
`

const byName: ReadonlyMap<string, string> = new Map(
  NAMES.trim()
    .split('\n')
    .map(line => {
      const [name = '', zone = ''] = line.split('=')
      return [name.toLowerCase(), zone] as const
    }),
)

/** Also as it is shown in Outlook, `(UTC-05:00) Eastern Time (US & Canada)`. Null for a name that is none of them. */
export const zoneOfWindows = (name: string): string | null =>
  byName.get(
    name
      .replace(/^\((UTC|GMT)[^)]{0,10}\)\s*/i, '')
      .trim()
      .toLowerCase(),
  ) ?? null
