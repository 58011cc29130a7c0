/**
 * Passwords that are tried first, in lower case (S-24, ASVS 6.2.4). Digits and signs around a word, look-alike
 * characters and repeats are undone before a password is looked up, so the plain word is enough here.
 */
const LIST = `
password passwort passwd passphrase passcode pass motdepasse contrasena senha parola haslo heslo salasana wachtwoord lozinka sifre
mypassword yourpassword thepassword ourpassword newpassword oldpassword nopassword badpassword goodpassword strongpassword
securepassword password1word passwordpassword passwordone passwordtwo passwordadmin adminpassword rootpassword userpassword
testpassword temppassword temporary temporarypassword defaultpassword changepassword changeme changeit changethis changemenow
changemeplease pleasechange pleasechangeme resetme resetpassword initial initialpassword secret secrets topsecret mysecret secretpassword
supersecret supersecretpassword verysecret hidden private confidential classified secure security securityfirst safe safety
admin administrator administration admins adminadmin adminuser superadmin superuser sysadmin systemadmin root rootroot toor
user username users guest guestguest visitor anonymous nobody everyone someone owner master mastermaster webmaster
manager management supervisor operator operations director boss chief president staff employee worker intern support
helpdesk service services customer client agent agency account accounts accounting finance sales marketing office
company business enterprise corporate corporation department team teamwork project projects demo demodemo test testtest
testing tester testuser testaccount testingtesting sample example default login loginlogin logmein signin signon letmein
letmeinnow letmeinplease letmein1now pleaseletmein openup opensesame opendoor open access accessgranted accessdenied accesscode
enter entrance entry unlock unlocked lock locked key keys keyboard keymaster gateway gatekeeper welcome welcomeback welcomehome
welcometo welcomewelcome hello hellohello helloworld hellothere hellokitty hi hithere goodbye goodmorning goodnight goodday
goodluck thankyou thanks please sorry congratulations whatever whatsup nothing something anything everything
qwerty qwertz azerty qwert qwertyuiop qwertzuiop azertyuiop qwertyqwerty asdf asdfgh asdfghjkl asdfasdf asdfghjklqwertyuiop
zxcv zxcvbn zxcvbnm zxcvbnmasdfghjkl qwertyasdfgh qwertyasdfghzxcvbn qazwsx qazwsxedc qazwsxedcrfv qazxsw qazxswedc wsxedc
zaqwsx zaqxsw xswzaq poiuyt poiuytrewq lkjhgf lkjhgfdsa mnbvcxz mnbvcxzlkjhgfdsa qweasd qweasdzxc qweqwe qwerqwer asdasd asdzxc
zxczxc wasdwasd poilkj yxcvbnm qwe123 qwe123qwe123 qwer1234qwer qwerty123456 qwerty1234qwerty q1w2e3 q1w2e3r4 q1w2e3r4t5
q1w2e3r4t5y6 q1w2e3r4t5y6u7 1q2w3e 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx 1qaz2wsx3edc 1qaz2wsx3edc4rfv
1qazxsw2 1qazxsw23edc zaq12wsx zaq1zaq1 zaq1xsw2 zaq1xsw2cde3 !qaz2wsx !qaz@wsx !qaz@wsx#edc 1234qwer 1234qwerasdf 12345qwert
123456qwerty 123qweasdzxc 123qwe123qwe 123qweasd qweasd123 qwert12345 asdf1234asdf asdfgh123456 a1b2c3 a1b2c3d4 a1b2c3d4e5 a1b2c3d4e5f6
abc abcabc abcd abcde abcdef abcdefg abcdefgh abcdefghi abc123abc abc123abc123 abcd1234abcd abcd1234abcd1234 abc123def456 aabbcc aabbccdd
123abc123abc 123456abcdef 1234567890abc 1234567890qwe 1a2b3c4d5e6f 112233445566 121212121212 123123123123 123321123321 123456123456
123456654321 1234567890 12345678901 123456789012 1234567890123 12345678910 1234567891011 123456789101112 12345678987654321
12344321 123454321 147258369 147258369147 159753159753 159357159357 741852963 789456123 789456123789 987654321 987654321098 0987654321
098765432109 098765432112 102030405060 101010101010 111222333444 111122223333 222333444555 246813579 135792468 1357924680 314159265358
314159265359 3141592653589 271828182845 161803398874 696969696969 420420420420 007007007007 911911911911 666666666666
iloveyou iloveyouforever iloveyousomuch iloveyoubaby iloveme iloveu iloveu2 iloveher ilovehim ilovegod ilovejesus ilovemom ilovedad
ilovemyself ilovemywife ilovemyfamily ilovemykids ilovemylife ilovemydog ilovemycat ilovecats ilovedogs ilovemusic ilovecoffee
ilovepizza iloveitaly ilovesex ihateyou ihatepasswords ihatethis ihatework imissyou loveyou lovelove loveme lovers lover lovely
loveforever loveislove lovehate truelove mylove firstlove onelove sweetheart sweetie sweet honey honeybee babe baby babyboy babygirl
babybaby babydoll darling beautiful pretty princess prince queen king kingking kingkong kingdom angel angels angelina heaven
forever foreveryoung always foreverandever eternity destiny faith hope hopeful grace blessed blessing jesus jesuschrist jesusislord
jesuslovesme jesussaves godisgood godislove godbless godblessyou godhelpme amazinggrace hallelujah praise trinity christ christian church
family families mother mommy mom father daddy dad brother sister brothers sisters friend friends friendship bestfriend bestfriends
football footballer soccer basketball baseball hockey tennis golf golfer golfing cricket rugby volleyball swimming running
runner skating skater skateboard snowboard surfing surfer fishing fisherman hunting hunter cycling bicycle motorcycle motorbike
racing racer formula nascar boxing boxer wrestling champion champions championship winner winners winning victory player players
playboy playgirl playstation nintendo xbox gamer gaming gameover minecraft fortnite roblox pokemon pikachu charizard mario supermario
luigi zelda sonic tetris counterstrike halo warcraft worldofwarcraft starcraft diablo leagueoflegends overwatch doom quake
starwars starwarsfan skywalker lukeskywalker darthvader vader yoda jedi chewbacca hansolo obiwan obiwankenobi maytheforcebewithyou stormtrooper
startrek enterprise1701 ncc1701 ncc1701d spock captainkirk picard matrix neo terminator predator alien aliens godfather rocky rambo
batman superman spiderman ironman wolverine deadpool hulk thor captain captainamerica avengers marvel joker harleyquinn wonderwoman
catwoman harrypotter hogwarts gryffindor slytherin hermione dumbledore voldemort gandalf frodo lordoftherings hobbit legolas aragorn
gameofthrones winteriscoming jonsnow daenerys breakingbad heisenberg simpsons homer homersimpson bartsimpson southpark cartman familyguy
scooby scoobydoo snoopy garfield mickey mickeymouse minnie donald donaldduck goofy winnie winniethepooh tigger eeyore bambi simba
lionking nemo shrek frozen elsa cinderella snowwhite pinocchio peterpan tinkerbell aladdin barbie spongebob patrick doraemon naruto
sasuke onepiece dragonball dragonballz goku vegeta sailormoon
dragon dragons monkey monkeys tiger tigers lion lions eagle eagles falcon falcons hawk hawks wolf wolves panther panthers
bear bears shark sharks dolphin dolphins bulldog bulldogs dog dogs doggy puppy puppies cat cats kitty kitten kittens horse horses
pony unicorn unicorns mustang stallion cowboy cowboys bull bulls rabbit bunny chicken rooster turkey penguin penguins panda
pandas elephant giraffe zebra hippo turtle froggy frog lizard snake viper cobra python spider scorpion butterfly dragonfly ladybug
bumblebee hornet phoenix raven ravens crow owl parrot flamingo peacock swan buster bailey max charlie buddy rocky bella molly
daisy lucy sadie maggie sophie chloe coco ginger peanut pepper cookie cookies muffin cupcake brownie oreo biscuit shadow smokey
sunshine sunflower sunset sunrise sunny sun moon moonlight moonshine star stars starlight superstar rainbow rainbows thunder lightning storm
hurricane tornado blizzard snow snowball snowman snowflake icecream iceman winter spring summer summertime autumn fall january february
march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
weekend holiday holidays vacation birthday happybirthday christmas merrychristmas halloween easter thanksgiving newyear happynewyear
valentine happy happyday happyface happylife happiness smile smiley laugh laughing funny joy joyful peace peaceful peaceandlove lucky luckyone
luckycharm fortune freedom liberty independence america american usa unitedstates england english britain london manchester
liverpool liverpoolfc arsenal chelsea tottenham everton manchesterunited manunited manutd barcelona fcbarcelona realmadrid madrid
juventus milan intermilan acmilan roma bayern bayernmunich borussia dortmund ajax benfica sporting porto celtic rangers galatasaray
fenerbahce flamengo corinthians palmeiras santos bocajuniors riverplate yankees redsox dodgers giants cubs braves lakers celtics
warriors bulls23 heat spurs steelers patriots packers broncos seahawks raiders niners redskins vikings dolphins13 canada toronto vancouver
montreal australia sydney melbourne newzealand ireland dublin scotland wales germany berlin hamburg munich deutschland france
paris marseille italia italy rome spain espana portugal lisbon brasil brazil mexico argentina colombia peru chile poland polska warsaw
russia moscow ukraine turkey istanbul india mumbai delhi pakistan china beijing shanghai hongkong japan tokyo korea
seoul singapore thailand bangkok indonesia jakarta philippines manila vietnam nigeria lagos kenya nairobi egypt cairo southafrica
newyork newyorkcity losangeles california chicago boston houston dallas texas florida miami orlando seattle denver
phoenixarizona atlanta detroit philadelphia washington washingtondc lasvegas vegas hollywood sanfrancisco sandiego oakland
michael jennifer jessica ashley amanda sarah stephanie nicole melissa elizabeth michelle daniel daniela david andrew joshua matthew
christopher anthony william robert richard thomas joseph george jordan jordan23 justin justinbieber brandon tyler ryan kevin jason
brian eric steven timothy jeffrey nicholas alexander alexandra alexandre samantha victoria natalie natasha vanessa veronica isabella
sophia olivia emma emily hannah abigail madison charlotte amelia mia lily rose roses rosemary jasmine lauren rachel rebecca
katherine catherine kathleen christina christine christian1 patricia barbara margaret maria mariana marina martina carolina caroline
gabriel gabriela rafael rafaela fernando fernanda roberto ricardo eduardo antonio antonella francesco francesca giovanni alessandro alessandra
andrea andreas stefan stefanie sebastian benjamin jonathan nathan samuel oliver harry jack james john johnny jacob lucas leonardo
mohammed muhammad ahmed ali fatima ibrahim mustafa hassan hussein abdullah maryam vladimir dmitri sergey natalia tatiana svetlana
computer computers laptop desktop internet internetexplorer network networks networking server servers database databases oracle mysql
postgres postgresql mongodb redis linux ubuntu debian fedora redhat centos unix windows windowsxp windows10 microsoft apple macintosh
macbook iphone ipad android samsung samsunggalaxy nokia blackberry motorola sony google googlechrome gmail yahoo hotmail outlook
facebook twitter instagram linkedin youtube netflix spotify whatsapp telegram snapchat tiktok amazon ebay paypal bitcoin ethereum crypto
cisco ciscocisco juniper dell lenovo thinkpad toshiba compaq hewlett packard intel pentium nvidia logitech raspberry raspberrypi arduino
hacker hackers hacking hacked hackme hackerman cracker anonymoushacker matrixreloaded trustno1 trustnoone trustme nevertrust
whoami whoareyou iamgod iamthebest iamtheone iamlegend iamhappy iambatman iamironman iamgroot bethebest thebest numberone thatsme
itsme itsasecret idontknow idontcare icanthink fuckyou fuckme fuckoff fuckyou2 fucker fucking fuck asshole bitch bitches bullshit
shit shithead bastard pussy penis dick bigdick sexy sexygirl sexyboy sexybeast hotgirl hotstuff porn naked nude
boobs bigboobs
money moneymoney moneymaker cash cashmoney dollar dollars million millionaire billionaire rich richman gold golden goldfish goldeneye
silver silverado diamond diamonds platinum crystal ruby emerald sapphire pearl jewel treasure
black blackblack blackbird blackcat blackjack blackhawk blackberry1 blackout white whiteboy whitehouse red redred redbull reddevil
reddevils blue blueblue bluesky blueberry bluebird bluemoon blueeyes green greenday greenapple yellow orange purple purplerain pink
pinkfloyd brown gray silverfox
music musicman musical musiclover guitar guitarhero guitarist piano drums drummer bass violin metal metallica heavymetal ironmaiden
acdc acdcacdc megadeth slipknot linkinpark nirvana greenday1 blink182 beatles thebeatles rollingstones rollingstone ledzeppelin queenqueen
deeppurple pinkfloyd1 eminem slimshady tupac snoopdogg fiftycent rihanna beyonce shakira britney madonna michaeljackson elvis
elvispresley bobmarley rastafari reggae rocknroll rockandroll rockstar rockon hiphop techno trance
coffee coffeetime teatime beer beerbeer budweiser heineken corona guinness whiskey vodka tequila jackdaniels cocacola cocacola1 pepsi
pepsicola pizza pizzahut hamburger cheeseburger cheese chocolate chocolates candy candyman banana bananas apples strawberry cherry
cherries watermelon pineapple mango lemon lemonade peaches pumpkin potato tomato carrot onion garlic chili spaghetti
macaroni sandwich bacon sausage pancake waffles doughnut donuts sugar brownsugar vanilla cinnamon
mercedes mercedesbenz porsche ferrari lamborghini bugatti maserati audi volkswagen bmw toyota honda hondacivic civic nissan mazda
subaru mitsubishi suzuki yamaha kawasaki ducati harley harleydavidson chevrolet chevy camaro corvette ford fordmustang dodge
viper1 jaguar bentley rollsroyce jeep landrover rangerover volvo renault peugeot citroen fiat alfaromeo tesla
soldier army navy marine marines airforce usarmy usmarines semperfi military police policeman firefighter fireman doctor nurse
teacher student students school highschool college university harvard stanford oxford cambridge library science scientist biology
chemistry physics mathematics history geography engineer engineering architect lawyer pilot captainhook driver
mylife mylife1 myself myspace myspace1 myhouse myhome home homehome homesweethome house household kitchen garden bedroom bathroom
computer1 television telephone mobile cellphone smartphone camera photo photos picture pictures video videos movie movies cinema
magic magical magician wizard witch witchcraft sorcerer ghost ghosts ghostbusters vampire vampires twilight zombie zombies monster
monsters demon devil devils lucifer satan hell hellfire hellraiser helloween darkness darkside darkangel darkknight nightmare midnight
nightwish knight knights warrior samurai ninja ninjas ninjago assassin assassins killer killers killme killbill sniper gunner
hunter2 ranger rangers1 scout pirate pirates pirateking caribbean titanic atlantis olympus zeus apollo athena poseidon hercules
spartan spartans sparta troy gladiator maximus caesar cleopatra pharaoh egyptian
purplemonkeydishwasher correcthorsebatterystaple correcthorse batterystaple thequickbrownfox thequickbrownfoxjumps
thequickbrownfoxjumpsoverthelazydog loremipsum loremipsumdolor loremipsumdolorsitamet tobeornottobe onceuponatime
allyourbasearebelongtous elpsycongroo rickroll nevergonnagiveyouup supercalifragilisticexpialidocious abracadabra hocuspocus
alibaba alohomora expectopatronum wingardium akunamatata hakunamatata carpediem memento mementomori vivalavida lacasadepapel
muster mustermuster muster-demo musterdemo musteradmin musterpassword welcometomuster demopassword demo-password brandagent
fieldmanager eventmanager events eventagency agencyadmin bookings booking activation brandactivation
`;

export const commonPasswords: ReadonlySet<string> = new Set(LIST.trim().split(/\s+/));
