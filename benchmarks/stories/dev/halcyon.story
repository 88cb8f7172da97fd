ada = Captain Adaeze Okonkwo | Okonkwo; Captain Okonkwo; the captain; Captain; Adaeze; skipper | F
thb = Commander Jean-Marc Thibault | Thibault; Jean-Marc; Commander Thibault; the commander; the XO; Commander; XO | M
sor = Lieutenant Soren Lindqvist | Lindqvist; Soren; Magpie; the pilot; Lieutenant Lindqvist | M
ngu = Ensign Tuyết Nguyễn | Nguyễn; Tuyết; Ensign Nguyễn; the ensign; Ensign | F
hal = Halcyon | the ship; the computer | X
bra = Chief Brannigan | Brannigan; Chief; the engineer; Molly Brannigan; Molly | F
str = the stranger | the voice; stranger; the woman on the radio | F
===
HALCYON

Chapter 7

<hal e|"Contact,"> said Halcyon. <hal +|"Bearing one-one-four, range nine thousand, and I do not like it.">

Captain Okonkwo put down her tea. <ada i|"You don't like it.">

<hal i|"I have run it four times, Captain. Not liking it is the most precise description available to me.">

At the helm Lindqvist laughed. He was twenty-six and had his boots up on a console that cost more than his home town. <sor i|"She's getting a personality, skipper. I told you not to let her watch the serials.">

<thb e|"Feet, Lieutenant,"> said Thibault without turning his head.

The boots came down.

<ada i|"On screen. Jean-Marc, what am I seeing?">

The commander came and stood at her shoulder, which was where he had stood for eleven years, and rubbed his jaw. <thb i|"A freighter. Old. Kestrel class, perhaps, they stopped making them before I was born. No lights. She's tumbling.">

<ada i|"Crew?">

<thb i|"None that I can see.">

<ngu i|"There's one."> Everyone looked round. Ensign Nguyễn had gone pink to the ears; it was her second day on the bridge and she had not, until now, said anything on it. <ngu +|"Sorry. There's, um, one heat source. In the forward hold. It's moving about.">

<ada i|"Don't apologise, Ensign. Is it a person?">

<ngu i|"It's the right temperature, ma'am. It's just not a very good shape.">

Nobody spoke for a moment.

<sor e|"Well,"> Lindqvist said brightly, <sor +|"I know what I'd do. I'd fly away.">

<ada i|"That is why you're not the captain."> She picked the tea up again, found that it was cold, and drank it anyway. <ada +|"Thibault, take a boarding party. You, the chief, and Nguyễn.">

<ngu i|"Me, ma'am?">

<ada i|"You saw it first. House rules.">

***

The lock smelled of hot dust. Brannigan was already suited and was hitting the pressure gauge with a spanner.

<bra i|"If that thing says green one more time when I can hear the leak with my own ears I'll put it out of its misery.">

<thb i|"Good morning, Molly.">

<bra i|"Is it? Who's the child?">

<ngu e|"Ensign Nguyễn, Chief,"> said Nguyễn.

<bra i|"Have you done a dead ship before?">

<ngu i|"In the simulator.">

<bra i|"Simulator, she says."> The engineer shook her grey head, but she reached out, quite gently, and tugged at the ensign's collar seal until it clicked. <bra +|"There. Now you'll live long enough to be frightened. Touch nothing, step where I step, and if the commander tells you to run then you run, and you don't wait to see if he's coming.">

<thb e|"I'm always coming,"> Thibault protested. <thb +|"Eventually.">

<sor a|"Magpie to boarding party,"> said the radio. <sor +|"I'm holding her as steady as I can, but she's got a wobble on. You'll want to jump on three.">

<thb i|"Understood, Magpie.">

<sor i|"One. Two. Also, I've got twenty on it being a cat.">

<bra e|"Three,"> growled Brannigan, and shoved them both out of the door.

***

It was not a cat.

It hung in the middle of the hold in a slow net of its own making, silver-grey, many-jointed, about as long as a cow. Where a head might have been there was a smooth place, and as their lamps touched it the smooth place turned toward them.

<ngu i|"Sir?"> Her voice came out as a squeak.

<thb i|"I see it. Don't move. Halcyon, are you getting this?">

<hal i|"I am getting it, Commander. I would like to stop.">

<bra e|"It's knitting,"> Brannigan said in a hushed voice. <bra +|"Look at it. That's hull plate. It's unpicking the hull and it's knitting with it.">

<thb i|"Why would it do that?">

<bra i|"How should I know? Why does anyone?">

The thing reached out one long limb and, delicately, as one might pluck a thread from a friend's coat, drew the rivet out of the deck by Thibault's foot. It considered the rivet. It held it out.

<ngu i|"It wants you to take it.">

<thb i|"I had gathered that, Ensign. I'm trying to think of a reason why I shouldn't.">

<ngu i|"May I, sir?">

He hesitated. In the light of her lamp he looked every one of his fifty-three years. Then he stepped aside.

She took the rivet. She turned it over; she hadn't any idea what to do, and afterwards, when they asked her at the inquiry, that was what she told them. She reached up and unpinned the little brass bar from her own breast, the one that said she was an officer, and had been one for two whole days, and held it out on her palm.

The smooth place came down until it nearly touched her glove. And the radio, which had been hissing quietly to itself on the emergency band, spoke.

<str a|"Thank you,"> it said, in a woman's voice, rusty with disuse. <str +|"I'd run out of brass.">

***

<ada a|"Say that again,"> said the captain.

<thb i|"It's the ship's AI, Captain. Or it was. She was called the Marguerite. The crew died of a fever ninety years ago, and she's been... she built herself a body out of what there was.">

<ada i|"To do what?">

<thb i|"To keep busy, I think.">

Okonkwo looked at the ceiling, which is where people look when they talk to a ship. <ada i|"Halcyon?">

There was a pause. It was less than a second, and for Halcyon that was a very long time indeed.

<hal i|"Captain, I withdraw my earlier remark.">

<ada i|"Which one?">

<hal i|"That I did not like it.">

Magpie had taken off his headset and was turning it round and round in his hands. For once he hadn't got a joke. <sor a|"Ninety years,"> he said. <sor +|"All by herself in the dark.">

<ada i|"Can we tow her?">

<sor i|"With that wobble? Not a chance."> He put the headset back on. <sor +|"Give me ten minutes.">

<bra e|"And tell that young man,"> said Brannigan's voice, crackling, <bra +|"that he owes me twenty.">
